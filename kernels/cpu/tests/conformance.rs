//! The backends of this crate conform, and backends that are broken on purpose do not.

mod broken;

use broken::{Broken, Defect};
use plt_kernels::conformance::{OPERATIONS, run};
use plt_kernels::{Cpu, Instructions, Reference};

#[test]
fn the_cpu_backend_conforms() {
    for (instructions, threads) in Instructions::available().into_iter().zip([1, 3, 2]) {
        let cpu = Cpu::new(Some(threads)).expect("threads").with_instructions(instructions);
        let report = run(&cpu, 128)
            .unwrap_or_else(|failure| panic!("{instructions:?}, {threads} threads: {failure}"));
        assert_eq!(report.operations.len(), OPERATIONS);
        assert!(report.operations.iter().all(|(_, cases)| *cases == 128));
    }
}

/// Nothing in the reference depends on anything but its arguments.
#[test]
fn the_reference_conforms_to_itself() {
    let report = run(&Reference::new(), 16).unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(report.operations.len(), OPERATIONS);
}

#[test]
fn every_defect_is_found_in_its_operation() {
    run(&Broken::new(Defect::None), 16).expect("the control has no defect");
    for (defect, operation) in [
        (Defect::EmbedNextRow, "loop_input"),
        (Defect::InputNotNormed, "loop_input"),
        (Defect::HiddenScaleIgnored, "loop_input"),
        (Defect::EpsForgotten, "rms_norm"),
        (Defect::LastColumnDropped, "linear"),
        (Defect::PairsAdjacent, "rotary_write"),
        (Defect::PagesOffByOne, "rotary_write"),
        (Defect::GateInverted, "rotary_write"),
        (Defect::WindowOneShort, "attention"),
        (Defect::RingOffByOne, "attention"),
        (Defect::RingOfOtherRow, "attention"),
        (Defect::RingBeforeAttention, "attention"),
        (Defect::NotANumber, "attention"),
        (Defect::SwigluSwapped, "swiglu"),
        (Defect::CarryToOtherRow, "loop_output"),
        (Defect::CarryNotNormed, "loop_output"),
        (Defect::OutputOfFirstRows, "loop_output"),
    ] {
        let failure = run(&Broken::new(defect), 64).expect_err("a defect");
        assert_eq!(failure.operation, operation, "{defect:?}: {failure}");
    }
}
