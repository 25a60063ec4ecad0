//! What commands do that concern the panels beside and under the timeline.

use crate::diagnostics::shown_name;

use crate::session::{Command, Effect, Session};

impl Session {
    /// What concerns the panels beside and under the timeline.
    pub(super) fn carry_out_in_panels(&mut self, command: Command) -> Option<Effect> {
        match command {
            Command::CompareWith(path) => return Some(Effect::Compare(path)),
            Command::Compared(compared) => self.show_compared(*compared),
            Command::NotCompared(name, why) => {
                self.notice = Some((self.words().compare.not_compared)(&name, &why));
            }
            Command::CloseCompared => self.compared = None,
            Command::ChooseChart(choice) => self.choose_chart(choice),
            Command::StepYear(by) => self.step_year(by),
            Command::StepChange(forward) => self.step_change(forward),
            Command::Play(plays) => self.play(plays),
            Command::PlayBeat => self.play_beat(),
            Command::CopyTable(format) => {
                self.notice = Some((self.words().table.copied)(self.table_rows.order.len()));
                return Some(Effect::Copy(self.table_text(format)));
            }
            Command::NoBrowser(url) => {
                self.notice = Some(self.words().notices.no_browser.to_owned());
                return Some(Effect::Copy(url));
            }
            Command::SaveFilter(name) => self.save_filter(&name),
            Command::UseFilter(place) => self.use_filter(place),
            Command::ForgetFilter(place) => self.forget_filter(place),
            Command::OpenCopy(source) => {
                let path = std::path::PathBuf::from(&*self.world.dataset.source(source).document);
                self.wait_for_page(&path);
                return Some(Effect::ReadCopy(source));
            }
            Command::AttachCopy(source) => return Some(Effect::AskForDocument(Some(source))),
            Command::ReadDocument(path, source) => {
                self.wait_for_page(&path);
                return Some(Effect::ReadDocument(path, source));
            }
            Command::PageRead(page) => self.show_page(*page),
            Command::PageNotRead(name, problem) => self.refuse_page(&name, &problem),
            Command::GoToPageQuote(place) => self.go_to_page_quote(place),
            Command::GoToDate(date) => self.go_to_date(&date),
            Command::GoToSpot(spot) => self.go_to_spot(spot),
            Command::CancelDocument => return self.cancel_document(),
            Command::ClosePage => self.close_page(),
            Command::ToggleParties(treaty) => self.toggle_parties(treaty),
            Command::Draft(change) => self.change_draft(change),
            Command::CloseWindow => return self.close_window(),
            Command::RestoreUnsaved(unsaved) => self.restore_unsaved(unsaved),
            Command::Unsaved(choice) => return self.decide_unsaved(choice),
            Command::SaveDrafts => {
                self.closes_when_saved = false;
                return self.save_drafts();
            }
            Command::SaveDraftsTo(path) => return self.save_drafts_to(path),
            Command::DraftsSaved(saved) => return self.open_saved(*saved, true),
            Command::DraftsNotSaved(name, why) => {
                let words = &self.words().notices;
                self.notice = Some((words.not_exported)(&shown_name(&name), &(words.write_problem)(&why)));
            }
            // Named one by one, so that a command which nobody carries out does not compile.
            Command::Answer(..)
            | Command::Do(_)
            | Command::Select(_)
            | Command::GoTo(_)
            | Command::SetView(..)
            | Command::Jump(_)
            | Command::GoToBookmark(_)
            | Command::ToggleGroup(_)
            | Command::Pick(_)
            | Command::PickThrough(_)
            | Command::ClearPicked
            | Command::ChooseSpan(_)
            | Command::Export(_)
            | Command::Exported(..)
            | Command::NotExported(..)
            | Command::SystemSays(_)
            | Command::OnDisk(_)
            | Command::NoDialog
            | Command::PlaceLane(..)
            | Command::SetAsOf(_)
            | Command::FindText(_)
            | Command::ChooseHit(_)
            | Command::GoToHit(_)
            | Command::TakeHit(_)
            | Command::CloseFind
            | Command::ToggleFacet(_)
            | Command::SetFilter(_)
            | Command::ChooseTable(_)
            | Command::StepInTable(_)
            | Command::OverlayText(_)
            | Command::OverlayMove(_)
            | Command::OverlayAccept
            | Command::Load(_)
            | Command::Progress(_)
            | Command::Preview(_)
            | Command::Loaded(_)
            | Command::Refuse(..)
            | Command::CancelLoad
            | Command::OpenPartial
            | Command::Follow(_)
            | Command::Copy(..)
            | Command::Notice(_) => debug_assert!(false, "carried out in apply.rs"),
        }
        None
    }

    /// An answer about a dataset that is no longer open: its ids mean nothing here. What was written is said to be.
    pub(super) fn take_stray_answer(&mut self, answer: Command) -> Option<Effect> {
        match answer {
            Command::DraftsSaved(saved) => return self.open_saved(*saved, false),
            Command::DraftsNotSaved(..) => return self.carry_out_in_panels(answer),
            // Nobody asked for it.
            Command::OnDisk(_) => {}
            answer => {
                if matches!(answer, Command::PageRead(_) | Command::PageNotRead(..)) {
                    self.page_coming = None;
                }
                self.notice = Some(self.words().notices.stray_answer.to_owned());
            }
        }
        None
    }
}
