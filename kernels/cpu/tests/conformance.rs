//! The CPU backend computes what the reference does.

use plt_backend::Checked;
use plt_backend::conformance::{OPERATIONS, run};
use plt_cpu::{Cpu, InstructionSet};
use plt_reference::Reference;

#[test]
fn cpu_backend_conforms_with_every_instruction_set() {
    let reference = Checked::new(Reference::new());
    for (instructions, threads) in InstructionSet::available().into_iter().zip([1, 3, 2]) {
        let cpu = Cpu::new(Some(threads)).expect("threads").with_instruction_set(instructions);
        let report = run(&Checked::new(cpu), &reference, 128)
            .unwrap_or_else(|failure| panic!("{instructions:?}, {threads} threads: {failure}"));
        assert_eq!(report.operations.len(), OPERATIONS);
        assert!(report.operations.iter().all(|(_, cases)| *cases == 128));
    }
}
