//! The effects that a session asks for, carried out: dialogs, jobs, the browser, the clipboard.

use std::sync::Arc;

use crate::domain::EventId;
use crate::records::DataFormat;
use crate::session::{Command, Effect, WindowCommand};

use super::App;
use super::answer::{FilePurpose, SavePurpose};
use super::dialogs::{OpenFileRequest, SaveFileRequest};
use super::documents::DocumentPath;
use super::image_files;
use super::jobs;
use super::load_job::LoadFrom;
use super::picture_export::PictureExport;
use super::picture_options::PictureOptions;
use super::web_page_export::{PageExport, is_page};

impl App {
    pub(super) fn run(&mut self, ctx: &egui::Context, frame: Option<&eframe::Frame>, effect: Effect) {
        match effect {
            Effect::AskForFile => {
                self.choose_file(frame, FilePurpose::Dataset);
            }
            Effect::AskForFolder => self.choose_file(frame, FilePurpose::Folder),
            Effect::AskForComparison => self.choose_file(frame, FilePurpose::Earlier),
            Effect::Compare(path) => self.jobs.compare(&self.session.world, path),
            Effect::AskForDocument(source) => self.choose_file(frame, FilePurpose::Document(source)),
            Effect::ReadCopy(source) => {
                let world = &self.session.world;
                self.jobs.read_document(world, DocumentPath::of_copy(world, source));
            }
            Effect::ReadDocument(path, source) => {
                self.jobs.read_document(&self.session.world, DocumentPath::chosen(path, source));
            }
            Effect::CancelDocument => self.jobs.cancel_document(),
            Effect::AskWhereToExport(kind) => {
                let name = format!("{}.{}", file_stem(&self.session.world.name), kind.extension());
                self.ask_where_to_save(frame, name, SavePurpose::Picture(kind));
            }
            Effect::AskWhereToSaveAs(format) => {
                let name = name_of_export(&self.session.world.name, format);
                self.ask_where_to_save(frame, name, SavePurpose::Data(format));
            }
            Effect::SaveAs(path, format) => self.jobs.save_as(&self.session, path, format),
            Effect::AskWhereToSaveDataset => {
                let name = format!("{}-added.json", file_stem(self.session.file_for_drafts()));
                self.ask_where_to_save(frame, name, SavePurpose::Dataset);
            }
            Effect::SaveDataset(path, request) => {
                self.jobs.save_dataset(&self.session.world, path, *request);
            }
            Effect::ExportPicture(path) if is_page(&path) => {
                // A page is as light or dark as its reader's system.
                let page = PageExport::of(&self.session, PictureOptions::of_window(&self.session), None);
                self.jobs.export_page(path, page);
            }
            Effect::ExportPicture(path) => {
                let options = PictureOptions::of_window(&self.session);
                let picture = PictureExport::of(&self.session, options, &path);
                self.jobs.export(path, picture);
            }
            Effect::Editing(effect) => self.run_editing(frame, effect),
            Effect::Pictures(effect) => self.run_pictures(ctx, frame, effect),
            Effect::PrepareSearch => jobs::prepare_search(&self.session.world),
            Effect::Load(path, options) => {
                self.jobs.load(path.map_or(LoadFrom::Bundled, LoadFrom::File), options);
            }
            Effect::LoadBytes(name, bytes, options) => {
                self.jobs.load(LoadFrom::Bytes(name, bytes), options);
            }
            Effect::Reread(number, path, options, document) => {
                let world = Arc::clone(&self.session.world);
                self.jobs.reread(&world, number, path, options, document);
            }
            Effect::ReadPlace(origin, options, problem) => {
                self.jobs.read_problem_position(&self.session.world, origin, options, problem);
            }
            Effect::AskForLayers => self.choose_file(frame, FilePurpose::Layers),
            Effect::MergeLayers(layers) => self.jobs.merge(layers),
            Effect::CancelLoad => self.jobs.cancel_load(),
            Effect::OpenAddress(url) => self.dialogs.browse(url, self.jobs.answer()),
            Effect::OpenPicture(id) => self.open_picture(id),
            Effect::ReadPicture(id) => self.jobs.read_picture(&self.session.world, id),
            Effect::Copy(text) => ctx.copy_text(text),
            Effect::StayOpen => ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose),
            Effect::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    fn open_picture(&mut self, id: EventId) {
        if let Some(address) = image_files::address(&self.session.world, id) {
            self.dialogs.browse(address, self.jobs.answer());
        } else {
            let path = self.session.world.dataset.event(id).image.to_string();
            let command = Command::Window(WindowCommand::NoViewer(path));
            self.jobs.answer_about(&self.session.world).send(command);
        }
    }

    pub(super) fn ask_where_to_save(
        &mut self,
        frame: Option<&eframe::Frame>,
        name: String,
        save: SavePurpose,
    ) {
        let ask = SaveFileRequest { name, save, strings: self.session.strings() };
        self.dialogs.save(frame, ask, self.jobs.answer_about(&self.session.world));
    }

    fn choose_file(&mut self, frame: Option<&eframe::Frame>, purpose: FilePurpose) {
        let ask = OpenFileRequest { purpose, strings: self.session.strings() };
        self.dialogs.choose_file(frame, ask, self.jobs.answer_about(&self.session.world));
    }
}

/// A name for a dataset in a format, which is never that of the open file.
fn name_of_export(name: &str, format: DataFormat) -> String {
    let (stem, extension) = (file_stem(name), format.extension());
    match format.key() {
        "json" => format!("{stem}-excerpt.json"),
        key if extension == "json" => format!("{stem}-{key}.json"),
        "csv" => format!("{stem}-events.csv"),
        _ => format!("{stem}.{extension}"),
    }
}

/// A file's name without its extension.
pub(super) fn file_stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
