//! Spreadsheets of the old binary kind, made by hand: a stream of records (BIFF8) in a compound file of sectors.

/// The size of a sector.
const SECTOR: usize = 512;
const FREE: u32 = 0xFFFF_FFFF;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FAT: u32 = 0xFFFF_FFFD;

/// A workbook with one sheet of these rows, as text.
pub(crate) fn old_workbook(rows: &[&[&str]]) -> Vec<u8> {
    compound_file(&records(rows))
}

/// Where the row of the last cell of a workbook stands; its column follows. Two bytes each.
pub(crate) fn last_cell(book: &[u8]) -> usize {
    let label = [0x04, 0x02];
    let is_cell = |at: &usize| book[*at..].starts_with(&label);
    let last = (SECTOR..book.len() - 4).rev().find(is_cell).expect("a cell");
    last + 4
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut record = kind.to_le_bytes().to_vec();
    record.extend((data.len() as u16).to_le_bytes());
    record.extend(data);
    record
}

fn records(rows: &[&[&str]]) -> Vec<u8> {
    // The beginning of a stream or a sheet: the version, and which of the two it is.
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0]);
    let end = record(0x000A, &[]);
    let name = b"Sheet";
    let sheet_at = begin(5).len() + 4 + 8 + name.len() + end.len();
    let mut named = (sheet_at as u32).to_le_bytes().to_vec();
    named.extend([0, 0, name.len() as u8, 0]);
    named.extend(name);
    let mut stream = begin(5);
    stream.extend(record(0x0085, &named));
    stream.extend(&end);
    stream.extend(begin(0x10));
    for (row, cells) in std::iter::zip(0_u16.., rows) {
        for (column, words) in std::iter::zip(0_u16.., *cells) {
            let mut cell: Vec<u8> = [row, column, 0].iter().flat_map(|part| part.to_le_bytes()).collect();
            cell.extend((words.len() as u16).to_le_bytes());
            cell.push(0);
            cell.extend(words.as_bytes());
            stream.extend(record(0x0204, &cell));
        }
    }
    stream.extend(&end);
    // A shorter stream would be kept in sectors of another kind.
    stream.resize(stream.len().max(4096).next_multiple_of(SECTOR), 0);
    stream
}

/// A directory, a table of sectors and a stream.
fn compound_file(stream: &[u8]) -> Vec<u8> {
    let mut header = vec![0; SECTOR];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    put(24, &[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    put(44, &1_u32.to_le_bytes());
    put(48, &1_u32.to_le_bytes());
    put(56, &4096_u32.to_le_bytes());
    put(60, &END_OF_CHAIN.to_le_bytes());
    put(68, &END_OF_CHAIN.to_le_bytes());
    put(76, &0_u32.to_le_bytes());
    for at in (80..SECTOR).step_by(4) {
        put(at, &FREE.to_le_bytes());
    }
    let sectors = stream.len() / SECTOR;
    let mut table: Vec<u32> = vec![FAT, END_OF_CHAIN];
    table
        .extend((0..sectors).map(|index| if index + 1 == sectors { END_OF_CHAIN } else { index as u32 + 3 }));
    table.resize(SECTOR / 4, FREE);
    let mut file = header;
    file.extend(table.iter().flat_map(|entry| entry.to_le_bytes()));
    let mut directory = entry("Root Entry", 5, END_OF_CHAIN, 0);
    directory.extend(entry("Workbook", 2, 2, stream.len() as u32));
    directory.resize(SECTOR, 0);
    file.extend(directory);
    file.extend(stream);
    file
}

fn entry(name: &str, kind: u8, start: u32, len: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend((2 * (name.len() as u16 + 1)).to_le_bytes());
    entry.extend([kind, 1]);
    let child = if kind == 5 { 1 } else { FREE };
    entry.extend([FREE, FREE, child].iter().flat_map(|link| link.to_le_bytes()));
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(u64::from(len).to_le_bytes());
    entry
}
