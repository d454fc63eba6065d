//! The language server as editors meet it: the real binary, driven over its pipes by a strict client of our own.
//!
//! - [`client`] speaks the protocol and minds that the server keeps to it; [`folder`] makes a place on disk for one test;
//!   [`article`] has the text that most tests open, and counts its columns apart from the server.
//! - [`profiles`]: what each editor declares, and what it gets for it.
//! - [`order`]: answers under load. [`faults`]: what no client should send, and how the server ends.
//! - [`features`]: the requests. [`positions`]: columns, line ends, URIs. [`workspace`]: folders, packs, limits, progress.

mod article;
mod client;
mod faults;
mod features;
mod folder;
mod order;
mod positions;
mod profiles;
mod workspace;
