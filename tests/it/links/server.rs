//! A server of this computer that answers as it is told to, and knows what it was asked.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What was asked, in order: `HEAD /page`.
pub type Asked = Arc<Mutex<Vec<String>>>;

/// Answers each request by its line, on a port of its own.
pub fn server(answer: impl Fn(&str, usize) -> String + Send + Sync + 'static) -> (String, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked: Asked = Arc::default();
    let (log, answer) = (Arc::clone(&asked), Arc::new(answer));
    std::thread::spawn(move || {
        for stream in listener.incoming().filter_map(Result::ok) {
            let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
            std::thread::spawn(move || serve(stream, &log, &*answer));
        }
    });
    (address, asked)
}

fn serve(mut stream: TcpStream, log: &Mutex<Vec<String>>, answer: &dyn Fn(&str, usize) -> String) {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        head.push(byte[0]);
        // Who begins to encrypt is told in clear that nobody does here.
        if head.first() == Some(&0x16) {
            let _ = stream.write_all(status("400 Bad Request").as_bytes());
            return;
        }
    }
    let request = String::from_utf8_lossy(&head).lines().next().unwrap_or_default().replace(" HTTP/1.1", "");
    let before = {
        let mut log = log.lock().unwrap();
        log.push(request.clone());
        log.iter().filter(|line| **line == request).count() - 1
    };
    let _ = stream.write_all(answer(&request, before).as_bytes());
}

pub fn status(line: &str) -> String {
    format!("HTTP/1.1 {line}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

pub fn to(line: &str, location: &str) -> String {
    format!("HTTP/1.1 {line}\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}
