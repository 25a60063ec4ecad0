//! Scripts and styles without what only their authors need: comments, indentation, and spaces around signs.

/// A script without comments on lines of their own, indentation, and spaces that mean nothing. Ends of lines stay, since a
/// statement may end there.
pub(super) fn script(source: &str) -> String {
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let mut out = String::with_capacity(source.len());
    for line in lines {
        minify_line(line, &mut out);
        out.push('\n');
    }
    out
}

/// One line. Texts, templates and regular expressions stay as they are; none of ours goes on in the next line.
fn minify_line(line: &str, out: &mut String) {
    let mut letters = line.chars().peekable();
    // The text that is open: its closing mark.
    let mut open: Option<char> = None;
    let mut is_escaped = false;
    let mut is_in_class = false;
    let mut last = ' ';
    while let Some(c) = letters.next() {
        if let Some(mark) = open {
            out.push(c);
            let closes = c == mark && !is_escaped && !(mark == '/' && is_in_class);
            if mark == '/' && !is_escaped {
                is_in_class = (is_in_class || c == '[') && c != ']';
            }
            is_escaped = c == '\\' && !is_escaped;
            if closes {
                open = None;
            }
            last = c;
            continue;
        }
        match c {
            '/' if letters.peek() == Some(&'/') => break,
            '"' | '\'' | '`' => open = Some(c),
            '/' if "(,=:[!&|?{};>".contains(last) => open = Some('/'),
            // A sign needs no space beside it, but two signs may be another one together: `a + +b`.
            ' ' => {
                let next = letters.peek().copied().unwrap_or(' ');
                let is_needless = |c: char| " =<>(){}[];,:?&|*%!".contains(c);
                if is_needless(last) || is_needless(next) {
                    continue;
                }
            }
            _ => {}
        }
        is_escaped = false;
        is_in_class = false;
        out.push(c);
        last = c;
    }
    // Of a comment behind the code its space would be left.
    out.truncate(out.trim_end_matches(' ').len());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_expressions_stay_and_spaces_between_signs_go() {
        for (source, minified) in [
            ("  const a = b => ({ x: 1 }); // why", "const a=b=>({x:1});\n"),
            ("// a line\n\nreturn a + +b - c;", "return a + +b - c;\n"),
            ("say(\"a  =  b // c\", 'd { e', `${x} : y`)", "say(\"a  =  b // c\",'d { e',`${x} : y`)\n"),
            (r#"x.replace(/[/ "] = /g, "\" ")"#, "x.replace(/[/ \"] = /g,\"\\\" \")\n"),
            ("if (a / 2 > b) else c", "if(a / 2>b)else c\n"),
        ] {
            assert_eq!(script(source), minified);
        }
    }
}
