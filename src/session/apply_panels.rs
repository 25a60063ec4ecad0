//! What commands do that concern the panels beside and under the timeline.

use super::{Command, Effect, Session};

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
            Command::SaveFilter(name) => self.save_filter(&name),
            Command::UseFilter(place) => self.use_filter(place),
            Command::ForgetFilter(place) => self.forget_filter(place),
            Command::OpenCopy(source) => return Some(Effect::ReadCopy(source)),
            Command::AttachCopy(source) => return Some(Effect::AskForDocument(Some(source))),
            Command::ReadDocument(path, source) => return Some(Effect::ReadDocument(path, source)),
            Command::PageRead(page) => self.show_page(*page),
            Command::PageNotRead(name, problem) => self.refuse_page(&name, &problem),
            Command::GoToPageQuote(place) => self.go_to_page_quote(place),
            Command::GoToDate(date) => self.go_to_date(&date),
            Command::GoToSpot(spot) => self.go_to_spot(spot),
            Command::ClosePage => self.close_page(),
            Command::ToggleParties(treaty) => self.toggle_parties(treaty),
            Command::Draft(change) => self.change_draft(change),
            Command::CloseWindow => return self.stays_open().then_some(Effect::StayOpen),
            Command::SaveDrafts => return self.save_drafts(),
            Command::SaveDraftsTo(path) => return self.save_drafts_to(path),
            Command::DraftsSaved(path, count) => return Some(self.open_saved(path, count)),
            Command::DraftsNotSaved(name, why) => {
                let words = &self.words().notices;
                self.notice = Some((words.not_exported)(&name, &(words.write_problem)(&why)));
            }
            // Every other command is carried out where this is called from.
            _ => {}
        }
        None
    }
}
