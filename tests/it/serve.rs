//! `supportal serve`: what is shown is what would be published, to readers of this computer alone, whatever is sent to it.

mod connections;
mod hostile;
mod lasting;
mod preview;
mod published;
