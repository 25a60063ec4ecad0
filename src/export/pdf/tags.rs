//! The structure of a document: headings, figures, a table, a list, in the order of reading.

use std::num::NonZeroU16;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{LinkAnnotation, Target};
use krilla::geom::Rect as PdfRect;
use krilla::page::Page;
use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use crate::timeline::{Rect, SheetPart, SheetRole};

/// Builds the structure while pages are drawn.
pub(super) struct TagBuilder {
    title: String,
    nodes: Vec<Node>,
    open: Open,
}

/// What goes on over several parts, and pages.
#[derive(Default)]
enum Open {
    #[default]
    Nothing,
    /// A table, and the row that is being filled, with its index.
    Table(TagGroup, Option<(usize, TagGroup)>),
    List(TagGroup),
}

impl TagBuilder {
    /// The structure of a document with this title.
    pub(super) fn new(title: &str) -> Self {
        Self { title: title.to_owned(), nodes: Vec::new(), open: Open::Nothing }
    }

    /// Adds a part that was drawn on a page, and its link.
    pub(super) fn add(
        &mut self,
        sheet: usize,
        part: &SheetPart,
        content: Option<Identifier>,
        page: &mut Page<'_>,
    ) {
        let Some(content) = content else { return };
        let leaf = match linked(part, page) {
            Some(annotation) => {
                TagGroup::with_children(Tag::Link, vec![content.into(), annotation.into()]).into()
            }
            None => Node::from(content),
        };
        match &part.role {
            SheetRole::Decoration => {}
            SheetRole::Cell { row, is_heading } => self.cell(*row, *is_heading, leaf),
            SheetRole::Item => {
                let mut list = match self.take_open() {
                    Open::List(list) => list,
                    other => {
                        self.close(other);
                        TagGroup::new(Tag::L(ListNumbering::Decimal))
                    }
                };
                let body = TagGroup::with_children(Tag::LBody, vec![leaf]);
                list.push(TagGroup::with_children(Tag::LI, vec![body.into()]));
                self.open = Open::List(list);
            }
            role => {
                let open = self.take_open();
                self.close(open);
                let kind: TagKind = match role {
                    SheetRole::Title => heading(1, &self.title),
                    SheetRole::Heading(text) => heading(2, text),
                    SheetRole::Figure(alt) => {
                        let bounds = rect(&part.clip).map(|rect| BBox::new(sheet, rect));
                        Tag::Figure(Some(alt.clone())).with_bbox(bounds).into()
                    }
                    _ => Tag::P.into(),
                };
                self.nodes.push(TagGroup::with_children(kind, vec![leaf]).into());
            }
        }
    }

    fn cell(&mut self, row: usize, is_heading: bool, leaf: Node) {
        let (mut table, mut current) = match self.take_open() {
            Open::Table(table, current) => (table, current),
            other => {
                self.close(other);
                (TagGroup::new(Tag::Table), None)
            }
        };
        if let Some((_, full)) = current.take_if(|(index, _)| *index != row) {
            table.push(full);
        }
        let (_, cells) = current.get_or_insert_with(|| (row, TagGroup::new(Tag::TR)));
        let kind: TagKind =
            if is_heading { Tag::TH(TableHeaderScope::Column).into() } else { Tag::TD.into() };
        cells.push(TagGroup::with_children(kind, vec![leaf]));
        self.open = Open::Table(table, current);
    }

    fn take_open(&mut self) -> Open {
        std::mem::take(&mut self.open)
    }

    fn close(&mut self, open: Open) {
        match open {
            Open::Nothing => {}
            Open::List(list) => self.nodes.push(list.into()),
            Open::Table(mut table, row) => {
                if let Some((_, row)) = row {
                    table.push(row);
                }
                self.nodes.push(table.into());
            }
        }
    }

    pub(super) fn finish(mut self, language: &str) -> TagTree {
        let open = self.take_open();
        self.close(open);
        TagTree::from(self.nodes).with_lang(Some(language.to_owned()))
    }
}

fn heading(level: u16, text: &str) -> TagKind {
    Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(text.to_owned())).into()
}

/// The link of a part, on its page.
fn linked(part: &SheetPart, page: &mut Page<'_>) -> Option<Identifier> {
    let (on, address) = part.link.as_ref()?;
    let action = Action::from(LinkAction::new(ascii(address)));
    let link = LinkAnnotation::new(rect(on)?, Target::Action(action));
    Some(page.add_tagged_annotation(krilla::annotation::Annotation::new_link(link, Some(address.clone()))))
}

/// An address in ASCII, as PDF has them.
fn ascii(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'!'..=b'~' => out.push(char::from(byte)),
            _ => out.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    out
}

fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase()
}

fn rect(rect: &Rect) -> Option<PdfRect> {
    PdfRect::from_ltrb(rect.left, rect.top, rect.right, rect.bottom)
}
