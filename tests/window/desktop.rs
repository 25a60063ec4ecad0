//! A desktop of its own for one test: an X server, a window manager, a message bus with portal and accessibility,
//! and the eyes of a screen reader.

use std::cell::RefCell;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use zbus::blocking::connection::Builder;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::OwnedObjectPath;

/// How long anything may take that a person would wait for: a cold portal on a busy machine is the slowest.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long to wait between two looks.
const GLANCE: Duration = Duration::from_millis(50);

/// How often a server or a manager that came up deaf is started again.
const ATTEMPTS: usize = 5;
/// Two servers that look for a free number at the same moment may both take it, and one of them hears nobody.
static STARTING: Mutex<()> = Mutex::new(());

/// An X server of its own, which answers; it ends with this.
pub(crate) struct Display {
    server: Child,
    /// What `DISPLAY` says: `:1`.
    pub(crate) name: String,
}

impl Display {
    /// Starts a server with a screen of `size` (`800x600x24`) and what else its command line says, and speaks with it.
    pub(crate) fn start(size: &str, more: &[&str]) -> Self {
        let _one_at_a_time = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        for _ in 0..ATTEMPTS {
            let mut server = spawn(
                Command::new("Xvfb")
                    // Without `-noreset` a server starts anew when its last client goes, and refuses whoever comes then.
                    .args(["-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset"])
                    .args(more)
                    .stdout(Stdio::piped()),
            );
            let display = Self { name: format!(":{}", first_line(&mut server)), server };
            let answer = Command::new("xprop").args(["-root", "-display", &display.name]).output();
            if answer.expect("xprop is there; script/test installs it").status.success() {
                return display;
            }
        }
        panic!("no X server answers in {ATTEMPTS} attempts");
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        end(&mut self.server);
    }
}

/// A running desktop; its processes end with it.
pub(crate) struct Desktop {
    children: Vec<Child>,
    /// Ends last: fields are dropped in their order, after the children.
    _display: Display,
    environment: Vec<(&'static str, String)>,
    accessibility: Connection,
}

/// Something a screen reader can name.
#[derive(Clone, Debug)]
pub(crate) struct Accessible {
    /// What it is called.
    pub(crate) name: String,
    /// What it is.
    pub(crate) role: String,
    /// Its bus, and its path there.
    place: (String, String),
}

impl Desktop {
    /// Starts everything, with its home in `home`.
    pub(crate) fn start(home: &Path) -> Self {
        let display = Display::start("1600x1000x24", &[]);
        let mut children = Vec::new();
        let path = |name: &str| home.join(name).display().to_string();
        std::fs::create_dir_all(home.join("run")).expect("a folder for sockets");
        let mut environment = vec![
            ("DISPLAY", display.name.clone()),
            ("HOME", path("")),
            ("XDG_RUNTIME_DIR", path("run")),
            ("XDG_CONFIG_HOME", path("config")),
            ("XDG_DATA_HOME", path("data")),
            ("XDG_CACHE_HOME", path("cache")),
            // The portal chooses its GTK backend by the name of the desktop.
            ("XDG_CURRENT_DESKTOP", "GNOME".to_owned()),
            ("GDK_BACKEND", "x11".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            ("GIO_USE_VFS", "local".to_owned()),
        ];
        let mut bus = spawn(
            Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--print-address=1"])
                .envs(environment.iter().cloned())
                .env_remove("WAYLAND_DISPLAY")
                .stdout(Stdio::piped()),
        );
        let address = first_line(&mut bus);
        children.push(bus);
        environment.push(("DBUS_SESSION_BUS_ADDRESS", address.clone()));
        let session = Builder::address(&*address).and_then(Builder::build).expect("the session bus answers");
        // The launcher starts on demand; a screen reader would switch this on.
        let status = Proxy::new(&session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status");
        status.and_then(|proxy| Ok(proxy.set_property("IsEnabled", true)?)).expect("accessibility is on");
        let launcher = Proxy::new(&session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus");
        let address: String = launcher.and_then(|proxy| proxy.call("GetAddress", &())).expect("it has a bus");
        let accessibility = Builder::address(&*address).and_then(Builder::build).expect("that answers");
        let mut desktop = Self { children, _display: display, environment, accessibility };
        desktop.start_window_manager();
        desktop
    }

    /// A window that is mapped before its manager is there may be shown late or not at all.
    fn start_window_manager(&mut self) {
        for _ in 0..ATTEMPTS {
            self.launch("openbox", &[]);
            let manager = RefCell::new(self.children.pop().expect("it was just launched"));
            let manages = self.wait_for("the window manager", || {
                let output = self.run("xprop", &["-root", "_NET_SUPPORTING_WM_CHECK"]);
                let ended = manager.borrow_mut().try_wait().is_ok_and(|status| status.is_some());
                (output.contains("window id") || ended).then_some(!ended)
            });
            self.children.push(manager.into_inner());
            if manages {
                return;
            }
        }
        panic!("no window manager stays in {ATTEMPTS} attempts");
    }

    /// Starts a program on this desktop.
    pub(crate) fn launch(&mut self, program: &str, args: &[&str]) {
        let child = spawn(
            Command::new(program)
                .args(args)
                .envs(self.environment.iter().cloned())
                .env_remove("WAYLAND_DISPLAY"),
        );
        self.children.push(child);
    }

    /// Runs xdotool, which moves the pointer and types as a person does; gives what it prints.
    pub(crate) fn xdotool(&self, args: &[&str]) -> String {
        self.run("xdotool", args)
    }

    fn run(&self, program: &str, args: &[&str]) -> String {
        let output = Command::new(program).args(args).envs(self.environment.iter().cloned()).output();
        let output = output.unwrap_or_else(|err| panic!("{program} does not start: {err}"));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// The titles of all windows, shown or not.
    fn titles(&self) -> Vec<String> {
        let ids = self.xdotool(&["search", "--name", "."]);
        ids.lines().map(|id| self.xdotool(&["getwindowname", id])).collect()
    }

    /// Waits for a window whose title holds `title`; gives its id.
    pub(crate) fn window(&self, title: &str) -> String {
        self.wait_for(title, || {
            let ids = self.xdotool(&["search", "--onlyvisible", "--name", title]);
            ids.lines().last().map(str::to_owned)
        })
    }

    /// Opens a file through the portal's dialog, as a person does who types its path.
    pub(crate) fn open_by_dialog(&self, window: &str, file: &Path) {
        const TITLE: &str = "Open a dataset";
        self.xdotool(&["key", "--window", window, "ctrl+o"]);
        self.window(TITLE);
        // A dialog may be shown before it listens: a person types again.
        self.wait_for("the dialog to take the path", || {
            let dialog = self.xdotool(&["search", "--onlyvisible", "--name", TITLE]);
            let Some(dialog) = dialog.lines().last() else { return Some(()) };
            self.xdotool(&["windowactivate", dialog]);
            self.xdotool(&["key", "--delay", "300", "ctrl+a"]);
            self.xdotool(&["type", "--delay", "20", &file.display().to_string()]);
            self.xdotool(&["key", "--delay", "500", "Return"]);
            None
        });
    }

    /// Clicks the middle of what is called so, or by a name that begins so, once it is there.
    pub(crate) fn click(&self, name: &str) {
        let (x, y) = self.wait_for(name, || {
            let heard = self.hear();
            let begins = || heard.iter().find(|a| a.name.starts_with(name));
            let (bus, path) = heard.iter().find(|a| a.name == name).or_else(begins)?.place.clone();
            let proxy = Proxy::new(&self.accessibility, bus, path, "org.a11y.atspi.Component").ok()?;
            const ON_SCREEN: u32 = 0;
            let ((x, y, width, height),): ((i32, i32, i32, i32),) =
                proxy.call("GetExtents", &(ON_SCREEN,)).ok()?;
            (width > 0 && height > 0).then_some((x + width / 2, y + height / 2))
        });
        self.xdotool(&["mousemove", "--sync", &x.to_string(), &y.to_string()]);
        self.xdotool(&["click", "1"]);
    }

    /// A picture of the whole screen.
    pub(crate) fn screenshot(&self, out: &Path) {
        let status = Command::new("import")
            .args(["-window", "root"])
            .arg(out)
            .envs(self.environment.iter().cloned())
            .status()
            .expect("ImageMagick starts");
        assert!(status.success(), "no screenshot");
    }

    /// Waits until `look` sees something.
    ///
    /// # Panics
    /// When a person would have lost patience; the message tells what a screen reader hears.
    #[expect(clippy::disallowed_methods, reason = "patience is a matter of time")]
    pub(crate) fn wait_for<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(seen) = look() {
                return seen;
            }
            let heard = || {
                self.hear().into_iter().map(|a| format!("  {}: {}", a.role, a.name)).collect::<Vec<_>>().join(
                    "
",
                )
            };
            assert!(
                start.elapsed() < PATIENCE,
                "waited in vain for {what}; windows: {:?}; what is heard:\n{}",
                self.titles(),
                heard()
            );
            std::thread::sleep(GLANCE);
        }
    }

    /// Waits until something is there whose name begins with `name`; gives its whole name.
    pub(crate) fn wait_for_name(&self, name: &str) -> String {
        self.wait_for(name, || self.hear().into_iter().map(|a| a.name).find(|n| n.starts_with(name)))
    }

    /// Whether anything is called by a name that begins so.
    pub(crate) fn has_name(&self, name: &str) -> bool {
        self.hear().iter().any(|a| a.name.starts_with(name))
    }

    /// Everything a screen reader would find in the program's window, in order.
    pub(crate) fn hear(&self) -> Vec<Accessible> {
        let mut found = Vec::new();
        let root = ("org.a11y.atspi.Registry".to_owned(), "/org/a11y/atspi/accessible/root".to_owned());
        let mut open = vec![root];
        while let Some((bus, path)) = open.pop() {
            // A widget may go while the tree is read: then it is not there, which is what we say.
            let Ok(proxy) = Proxy::new(&self.accessibility, &*bus, &*path, "org.a11y.atspi.Accessible")
            else {
                continue;
            };
            let name: String = proxy.get_property("Name").unwrap_or_default();
            let role: String = proxy.call("GetRoleName", &()).unwrap_or_default();
            let children: Vec<(String, OwnedObjectPath)> = proxy.call("GetChildren", &()).unwrap_or_default();
            open.extend(children.into_iter().rev().map(|(bus, path)| (bus, path.to_string())));
            found.push(Accessible { name, role, place: (bus.clone(), path.clone()) });
        }
        found
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // In reverse: the program before the bus, the bus before the screen.
        for child in self.children.iter_mut().rev() {
            end(child);
        }
    }
}

fn spawn(command: &mut Command) -> Child {
    command.stderr(Stdio::null()).stdin(Stdio::null()).spawn().unwrap_or_else(|err| {
        panic!("{} does not start: {err}; script/test installs it", command.get_program().display())
    })
}

fn end(child: &mut Child) {
    if child.kill().is_ok() {
        let _status = child.wait();
    }
}

fn first_line(child: &mut Child) -> String {
    let output = child.stdout.take().expect("its output is read here");
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line).expect("it says where it is");
    line.trim().to_owned()
}
