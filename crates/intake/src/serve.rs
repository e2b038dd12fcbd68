//! The worker's side: reads documents from standard input and writes answers to standard output until the input ends.

use std::{
    io::{self, BufReader, BufWriter},
    panic,
    process::ExitCode,
};

use crate::{
    Problem, sandbox,
    wire::{Answer, Operation, Request, Spent, read_frame, write_frame},
};

/// Runs as a worker: gives up what a parser doesn't need, then answers one document after the other. The program calls this at
/// the very start of `main`, before it has opened anything.
pub fn serve() -> ExitCode {
    sandbox::enter();
    // A parser's panic becomes an answer; its report would only go to a standard error that nobody reads.
    panic::set_hook(Box::new(|_| {}));
    match answer_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer_all() -> io::Result<()> {
    let mut from = BufReader::new(io::stdin().lock());
    let mut to = BufWriter::new(io::stdout().lock());
    while let Some((request, bytes)) = read_frame::<Request>(&mut from)? {
        sandbox::allow_time_for_a_document();
        let before = sandbox::used();
        let answer = panic::catch_unwind(|| answer(&request, &bytes))
            .unwrap_or(Answer::Problem(Problem::ParserFailed));
        drop(bytes);
        // The answer is the payload: it may be longer than a header.
        let answer = serde_json::to_vec(&answer)?;
        let cpu = sandbox::used().saturating_sub(before);
        write_frame(
            &mut to,
            &Spent {
                cpu_us: u64::try_from(cpu.as_micros()).unwrap_or(u64::MAX),
            },
            &answer,
        )?;
    }
    Ok(())
}

fn answer(request: &Request, bytes: &[u8]) -> Answer {
    let hints = request.hints();
    let answer = match request.op {
        Operation::Capture => crate::capture(bytes, &hints).map(|c| Answer::Capture(Box::new(c))),
        Operation::Extraction => crate::extraction(bytes, &hints).map(|e| Answer::Extraction(Box::new(e))),
        Operation::Preview => crate::preview(bytes, &hints).map(|p| Answer::Preview(Box::new(p))),
        Operation::Picture => Ok(Answer::Picture(crate::picture(bytes))),
    };
    answer.unwrap_or_else(Answer::Problem)
}
