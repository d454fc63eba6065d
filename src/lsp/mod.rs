pub(crate) mod frames;
pub mod ingress;
pub fn serve_stdio() -> u8 { 2 }
