//! A news text read as an article: furniture, dateline, body, sentences, quotations, and its date.
//!
//! In: the text, whether it is Markdown, and the name of its file. Out: [`Article`]. It never fails: what cannot be told
//! apart is body. It knows no record and reads no clock; the article date comes from the text, its front matter or its
//! file's name, never from the file system.

mod date;
mod front_matter;
mod furniture;
mod sentence;

pub use date::{ArticleDate, DateReason, MonthDay, month_number};
pub use front_matter::FrontMatter;

use crate::text::Span;

/// How a text is marked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Markup {
    /// Plain text.
    #[default]
    Plain,
    /// Markdown: front matter, headings, comments.
    Markdown,
}

impl Markup {
    /// Markdown for `.md` and `.markdown`, else plain text.
    pub fn of_file_name(name: &str) -> Markup {
        let lower = name.to_ascii_lowercase();
        if lower.ends_with(".md") || lower.ends_with(".markdown") { Markup::Markdown } else { Markup::Plain }
    }
}

/// What part of an article a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Metadata between fences at the head of a Markdown file.
    FrontMatter,
    /// "Top News": the page's section.
    SectionLabel,
    /// The headline, or a line under it.
    Headline,
    /// "By Jane Doe".
    Byline,
    /// "2024.03.22 / Source: Xinhua".
    PublishedLine,
    /// What stands under a picture, with its credit.
    Caption,
    /// A paragraph of the story.
    Paragraph,
    /// A heading within a Markdown story.
    Heading,
    /// A Markdown comment.
    Comment,
}

impl BlockKind {
    /// Whether names in it are the article's.
    pub fn is_read(self) -> bool {
        matches!(self, BlockKind::Headline | BlockKind::Caption | BlockKind::Paragraph | BlockKind::Heading)
    }
}

/// A stretch of an article that stands for itself; spans are bytes of the whole text.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What part of the article it is.
    pub kind: BlockKind,
    /// Its text, without the line breaks around it.
    pub span: Span,
    /// Its sentences, in order.
    pub sentences: Vec<Span>,
    /// What stands between quotation marks, marks included, in order.
    pub quotations: Vec<Span>,
}

/// `CHANGSHA, March 22 (Xinhua) --`
#[derive(Clone, Debug, PartialEq)]
pub struct Dateline {
    /// All of it, with the dash.
    pub span: Span,
    /// The place's words: `CHANGSHA`.
    pub place: Span,
    /// The day, where one is given.
    pub day: Option<MonthDay>,
    /// The agency's words: `Xinhua`.
    pub agency: Option<Span>,
}

/// A news text, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Its parts, in order, none overlapping.
    pub blocks: Vec<Block>,
    /// The first dateline.
    pub dateline: Option<Dateline>,
    /// What its front matter says.
    pub front_matter: FrontMatter,
    /// The photographers and others named in credits: `Ju Peng`.
    pub credits: Vec<Span>,
    /// The date that checks use.
    pub date: Option<ArticleDate>,
}

impl Article {
    /// Reads a text. `file_name` may be empty; it can only help to date the article.
    pub fn parse(text: &str, markup: Markup, file_name: &str) -> Article {
        let mut article = furniture::divide(text, markup);
        for block in &mut article.blocks {
            if block.kind.is_read() {
                block.sentences = sentence::sentences(text, block.span);
                block.quotations = sentence::quotations(text, block.span);
            }
        }
        article.date = date::article_date(text, &article, file_name);
        article
    }

    /// The headline's words, or the front matter's title.
    pub fn headline<'a>(&'a self, text: &'a str) -> Option<&'a str> {
        let block = self.blocks.iter().find(|b| b.kind == BlockKind::Headline);
        block.map(|b| b.span.slice(text)).or(self.front_matter.title.as_deref())
    }

    /// Whether a span stands inside quotation marks.
    pub fn is_quoted(&self, span: Span) -> bool {
        let at = self.blocks.partition_point(|b| b.span.end < span.end);
        self.blocks.get(at).is_some_and(|b| b.quotations.iter().any(|q| q.contains_span(span)))
    }

    /// The sentence before one, in the same block.
    pub fn sentence_before(&self, sentence: Span) -> Option<Span> {
        let at = self.blocks.partition_point(|b| b.span.end < sentence.start);
        let sentences = &self.blocks.get(at)?.sentences;
        sentences.iter().position(|s| *s == sentence)?.checked_sub(1).map(|before| sentences[before])
    }

    /// The sentence that holds a span's start.
    pub fn sentence_of(&self, span: Span) -> Option<Span> {
        let at = self.blocks.partition_point(|b| b.span.end < span.start);
        self.blocks.get(at)?.sentences.iter().copied().find(|s| s.contains(span.start))
    }
}
