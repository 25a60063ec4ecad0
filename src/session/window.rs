//! Commands of the window itself, the browser and the clipboard.

use crate::domain::EventId;

use super::Session;
use super::effect::Effect;

/// The window, the browser and the clipboard.
#[derive(Debug)]
pub enum WindowCommand {
    /// The user closes the window.
    Close,
    /// Open an address in the browser.
    OpenAddress(String),
    /// No browser opened this address: it is copied to the clipboard instead.
    NoBrowser(String),
    /// Open the picture of an event in another program.
    OpenPicture(EventId),
    /// No program opened the picture at this path: it is copied to the clipboard instead.
    NoViewer(String),
    /// Put a text on the clipboard; the second text is the message that says so.
    Copy(String, String),
    /// Show a message in the status bar.
    ShowMessage(String),
}

impl Session {
    pub(super) fn apply_window(&mut self, command: WindowCommand) -> Option<Effect> {
        match command {
            WindowCommand::Close => return self.close_window(),
            WindowCommand::OpenAddress(address) => return Some(Effect::OpenAddress(address)),
            WindowCommand::OpenPicture(id) => return Some(Effect::OpenPicture(id)),
            WindowCommand::NoViewer(path) => {
                self.status_message = Some(self.strings().selection.no_viewer.to_owned());
                return Some(Effect::Copy(path));
            }
            WindowCommand::NoBrowser(address) => {
                self.status_message = Some(self.strings().selection.no_browser.to_owned());
                return Some(Effect::Copy(address));
            }
            WindowCommand::Copy(text, message) => {
                self.status_message = Some(message);
                return Some(Effect::Copy(text));
            }
            WindowCommand::ShowMessage(text) => self.status_message = Some(text),
        }
        None
    }
}
