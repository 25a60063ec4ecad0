//! The law: for any treaty, party and day, the legal state and the events it rests on.
//!
//! A pure state machine over a treaty's events. `step` reads an event as a step with a day, `subject` says of whom
//! the law is asked, `register` is the machine, `answer` asks it, `alternatives` looks at what else is held,
//! `contradiction` finds what the machine cannot make sense of.
//!
//! The rules are those of the Vienna Convention on the Law of Treaties (VCLT) of 1969; where a treaty's own
//! clauses are known ([`Terms`]) they come first.

mod alternatives;
mod answer;
mod contradiction;
mod phases;
mod register;
mod state;
mod step;
mod subject;
mod terms;

pub use answer::{Alternative, Answer, Basis, Exit, Reason, StateSpan};
pub use contradiction::{Contradiction, Fault, contradictions};
pub(in crate::domain) use phases::{Life, life_of};
pub use state::State;
pub use terms::{Clause, Counting, Period, Terms};
