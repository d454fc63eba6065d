use std::path::Path;
fn main(){
    let k=dateline::knowledge::embedded::knowledge();
    for p in dateline::knowledge::embedded::problems() { eprintln!("{p}"); }
    for path in std::env::args().skip(1) {
        let text=std::fs::read_to_string(&path).unwrap();
        let name=Path::new(&path).file_name().unwrap().to_str().unwrap();
        let a=dateline::article::Article::parse(&text, dateline::article::Markup::of_file_name(name), name);
        let r=dateline::recognition::recognize(&text,&a,&k);
        println!("{}",serde_json::to_string(&dateline::annotation::jsonl::annotate(&path,&text,&a,&r,&k)).unwrap());
    }
}
