//! Carries out what editing asks for.

use crate::session::EditingEffect;

use super::answer::SavePurpose;
use super::effects::file_stem;
use super::{App, BUNDLED_NAME};

impl App {
    pub(super) fn run_editing(&mut self, frame: Option<&eframe::Frame>, effect: EditingEffect) {
        match effect {
            EditingEffect::Edit(work, words, document) => {
                self.jobs.edit(&self.session.world, work, words, document);
            }
            EditingEffect::FindLinks(list, id) => self.jobs.find_links(&self.session.world, list, id),
            EditingEffect::AskWhereToSave => {
                let world = &self.session.world;
                let name = match &world.path {
                    Some(_) => world.name.clone(),
                    None if world.is_in_memory() && world.name != BUNDLED_NAME => {
                        format!("{}.json", file_stem(&world.name))
                    }
                    None => format!("{}-edited.json", file_stem(&world.name)),
                };
                self.ask_where_to_save(frame, name, SavePurpose::Edits);
            }
            EditingEffect::AskWhereToSavePatch => {
                let name = format!("{}-patch.json", file_stem(&self.session.world.name));
                self.ask_where_to_save(frame, name, SavePurpose::Patch);
            }
            EditingEffect::WritePatch(path, origin) => {
                self.jobs.write_patch(&self.session.world, path, *origin);
            }
            EditingEffect::Save(path, writes_over, document) => {
                self.jobs.save_edits(&self.session.world, path, writes_over, document);
            }
        }
    }
}
