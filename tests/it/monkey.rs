//! Anything that hands can do, at random: keys, text, clicks, drags, the wheel, and windows of any size. Nothing may panic.
//!
//! The seed is told where something does. `MONKEY_INPUTS=1000000 MONKEY_SEED=7 cargo test --test it monkey::` is the long form.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2, vec2};

use crate::common::dataset;
use crate::common::window::{Window, start};

/// How many inputs a run of the suite tries.
const INPUTS: u64 = 10_000;
/// How many come before the next frame is drawn, as fast hands and slow machines have it.
const MOST_IN_A_FRAME: u64 = 12;
/// After so many, a new window: dialogs that wait for an answer would otherwise take all that is left.
const INPUTS_OF_A_WINDOW: u64 = 2_500;

/// Xorshift: the same seed gives the same inputs on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }

    fn place(&mut self, size: egui::Vec2) -> Pos2 {
        let side = |random: &mut Self, side: f32| random.below(side as u64 + 20) as f32 - 10.0;
        pos2(side(self, size.x), side(self, size.y))
    }

    fn modifiers(&mut self) -> Modifiers {
        let (none, shift, command, alt) =
            (Modifiers::NONE, Modifiers::SHIFT, Modifiers::COMMAND, Modifiers::ALT);
        self.of(&[none, none, none, none, shift, command, command, alt, command | shift, command | alt])
    }
}

/// What people and other programs put into fields.
const TEXTS: [&str; 12] = [
    "INF",
    "speaker:Ryabkov",
    "party:USA,",
    "1 March 1987",
    "2019-02",
    "-99999",
    "  ",
    "\u{202e}ردع\u{200f}",
    "e\u{301}\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
    "\"((((",
    "treaty-timeline:view?from=9999&to=-9999",
    "ядерн",
];

/// The harness would draw a frame for each event; hands are faster.
fn push(window: &mut Window, events: impl IntoIterator<Item = Event>) {
    window.input_mut().events.extend(events);
}

fn input(window: &mut Window, random: &mut Random, size: &mut egui::Vec2) {
    let modifiers = random.modifiers();
    let pos = random.place(*size);
    let moved = Event::PointerMoved(pos);
    let button = |pos, button, pressed| Event::PointerButton { pos, button, pressed, modifiers };
    let key = |key, pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    push(window, [Event::ModifiersChanged(modifiers)]);
    match random.below(100) {
        0..30 => {
            let all = [PointerButton::Secondary, PointerButton::Middle, PointerButton::Extra1];
            let with = if random.below(4) > 0 { PointerButton::Primary } else { random.of(&all) };
            push(window, [moved, button(pos, with, true), button(pos, with, false)]);
        }
        30..35 => {
            let to = random.place(*size);
            push(window, [moved, button(pos, PointerButton::Primary, true)]);
            window.step();
            push(window, [Event::PointerMoved(to), button(to, PointerButton::Primary, false)]);
        }
        35..45 => {
            let far = vec2(0.0, 500.0);
            let delta = random.of(&[vec2(0.0, 3.0), vec2(0.0, -3.0), vec2(2.0, 0.0), far, -far]);
            let (unit, phase) = (egui::MouseWheelUnit::Line, egui::TouchPhase::Move);
            let source = egui::MouseWheelSource::Unknown;
            push(window, [moved, Event::MouseWheel { unit, delta, phase, source, modifiers }]);
        }
        45..80 => {
            let pressed = random.of(Key::ALL);
            push(window, [key(pressed, true), key(pressed, false)]);
        }
        80..90 => {
            let text = random.of(&TEXTS).to_owned();
            push(window, [if random.below(4) == 0 { Event::Paste(text) } else { Event::Text(text) }]);
        }
        90..92 => {
            *size = vec2(640.0 + random.below(1400) as f32, 420.0 + random.below(800) as f32);
            window.set_size(*size);
        }
        92..94 => push(window, [key(Key::Escape, true), key(Key::Escape, false)]),
        94 => push(
            window,
            [if random.below(2) == 0 { Event::PointerGone } else { Event::WindowFocused(false) }],
        ),
        _ => push(window, [moved]),
    }
    push(window, [Event::ModifiersChanged(Modifiers::NONE)]);
}

/// What the environment says, or else this.
fn asked(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Tells the seed when the test does not come to its end.
struct Told(u64, u64);

impl Drop for Told {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let (seed, inputs) = (self.0, self.1);
            let told = format!("after {inputs} inputs of the seed {seed}: MONKEY_SEED={seed}\n");
            let _written = std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes());
        }
    }
}

#[test]
fn no_input_of_random_hands_is_a_crash() {
    let (inputs, seed) = (asked("MONKEY_INPUTS", INPUTS), asked("MONKEY_SEED", 20_261_201));
    let mut told = Told(seed, 0);
    // Zero would stay zero.
    let mut random = Random(seed.max(1));
    while told.1 < inputs {
        let mut window = start();
        let mut size = vec2(1440.0, 900.0);
        for _ in 0..INPUTS_OF_A_WINDOW.min(inputs - told.1) {
            input(&mut window, &mut random, &mut size);
            told.1 += 1;
            if random.below(MOST_IN_A_FRAME) == 0 {
                window.step();
            }
        }
        // It still does what it is asked for.
        window.set_size(vec2(1440.0, 900.0));
        for _ in 0..8 {
            window.key_press(Key::Escape);
            window.step();
        }
        assert!(!dataset(window.state()).title().is_empty(), "a dataset is open, perhaps a new one");
    }
}
