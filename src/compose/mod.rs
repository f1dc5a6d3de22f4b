//! From the site to what templates see: one file for each page, functions from [`crate::wording::Wording`] to views.

pub mod about;
mod around;
pub mod articles;
pub mod common;
pub mod contact;
pub mod documents;
pub mod guides;
pub mod home;
mod languages;
pub mod live;
pub mod notices;
pub mod now;
pub mod pricing;
pub mod print;
pub mod promises;
mod qr;
pub mod self_service;
mod severities;
pub mod shell;
mod spans;
mod spoken;
pub mod support_types;
