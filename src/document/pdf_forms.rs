//! Counts how much a PDF page would draw before it is drawn.
//!
//! A page draws forms, and forms draw forms. hayro stops at fifty nested ones, but with ten levels of forms that each
//! draw the next one ten times there are still ten thousand million drawings.

use std::collections::HashMap;

use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::{Dict, Name, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};

/// hayro's own limit.
const MAX_DEPTH: usize = 50;

/// The forms of a document.
#[derive(Default)]
pub(super) struct Forms {
    /// What each form draws, and how often.
    inside: HashMap<ObjectIdentifier, Vec<(ObjectIdentifier, u64)>>,
    drawings: HashMap<(ObjectIdentifier, usize), u64>,
}

impl Forms {
    /// Number of forms that a page draws, including nested ones.
    pub(super) fn count(&mut self, page: &Page<'_>) -> u64 {
        let mut found = Vec::new();
        let own = page.page_stream().map(|content| self.children(content, page.resources(), &mut found));
        // Forms are read iteratively, so depth costs no stack.
        while let Some(form) = found.pop() {
            if self.inside.contains_key(&form.obj_id()) {
                continue;
            }
            let resources = form.dict().get::<Dict<'_>>("Resources").map(Resources::new);
            let resources = resources.as_ref().unwrap_or_else(|| page.resources());
            let content = form.decoded_data().unwrap_or_default();
            let inside = self.children(&content, resources, &mut found);
            self.inside.insert(form.obj_id(), inside);
        }
        own.unwrap_or_default().into_iter().fold(0, |sum: u64, (form, times)| {
            sum.saturating_add(times.saturating_mul(self.drawings(form, 0)))
        })
    }

    /// What a content stream draws. Forms not seen before are added to `found`.
    fn children<'a>(
        &self,
        content: &[u8],
        resources: &Resources<'a>,
        found: &mut Vec<Stream<'a>>,
    ) -> Vec<(ObjectIdentifier, u64)> {
        let mut drawn: Vec<(ObjectIdentifier, u64)> = Vec::new();
        if resources.x_objects.is_empty() {
            return drawn;
        }
        // The content and the resources have different lifetimes, so names are looked up by their bytes.
        let mut names: HashMap<Vec<u8>, u64> = HashMap::new();
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            if let TypedInstruction::XObject(object) = instruction {
                *names.entry(object.0.to_vec()).or_default() += 1;
            }
        }
        let mut names: Vec<_> = names.into_iter().collect();
        names.sort_unstable();
        for (name, times) in names {
            let Some(stream) = resources.x_objects.get::<Stream<'_>>(&*name) else { continue };
            let is_form = stream.dict().get::<Name<'_>>("Subtype").is_some_and(|kind| &*kind == b"Form");
            if is_form {
                drawn.push((stream.obj_id(), times));
                if !self.inside.contains_key(&stream.obj_id()) {
                    found.push(stream);
                }
            }
        }
        drawn
    }

    fn drawings(&mut self, form: ObjectIdentifier, depth: usize) -> u64 {
        if depth == MAX_DEPTH {
            return 0;
        }
        if let Some(&known) = self.drawings.get(&(form, depth)) {
            return known;
        }
        let mut sum = 1_u64;
        for (child, times) in self.inside.get(&form).cloned().unwrap_or_default() {
            sum = sum.saturating_add(times.saturating_mul(self.drawings(child, depth + 1)));
        }
        self.drawings.insert((form, depth), sum);
        sum
    }
}
