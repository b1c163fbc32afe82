//! The conformance suite finds backends that are broken on purpose.

mod broken;

use broken::{Broken, Defect};
use plt_backend::Checked;
use plt_backend::conformance::{OPERATIONS, run};
use plt_reference::Reference;

/// Nothing in the reference depends on anything but its arguments.
#[test]
fn conformance_passes_the_reference_itself() {
    let [backend, reference] = [(); 2].map(|()| Checked::new(Reference::new()));
    let report = run(&backend, &reference, 16).unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(report.operations.len(), OPERATIONS);
}

#[test]
fn conformance_finds_every_defect_in_its_half_layer() {
    let reference = Checked::new(Reference::new());
    let broken = |defect| Checked::new(Broken::new(defect));
    run(&broken(Defect::None), &reference, 8).expect("the control has no defect");
    for (defect, operation) in [
        (Defect::EmbedNextRow, "loop_input"),
        (Defect::HiddenScaleIgnored, "loop_input"),
        (Defect::InputNormWeightForgotten, "attention_input"),
        (Defect::EpsForgotten, "attention_input"),
        (Defect::BiasForgotten, "attention_input"),
        (Defect::FusedKeysAndValuesSwapped, "attention_input"),
        (Defect::QueryNormForgotten, "attention_input"),
        (Defect::KeyNormAfterRotary, "attention_input"),
        (Defect::CosAndSinSwapped, "attention_input"),
        (Defect::PairsAdjacent, "attention_input"),
        (Defect::CarriedInputNotNormed, "attention_input"),
        (Defect::WholeHeadRotated, "attention_input"),
        (Defect::KeysStoredBeforeRotary, "attention_input"),
        (Defect::BlocksOffByOne, "attention_input"),
        (Defect::GateInverted, "attention_input"),
        (Defect::GateOfNormedInput, "attention_input"),
        (Defect::GateWithoutWindows, "attention_input"),
        (Defect::WindowOneShort, "attention"),
        (Defect::WindowBeforeFirst, "attention"),
        (Defect::RingOffByOne, "attention"),
        (Defect::RingOfOtherRow, "attention"),
        (Defect::RingBeforeAttention, "attention"),
        (Defect::NotANumber, "attention"),
        (Defect::NotFiniteHidden, "attention"),
        (Defect::NotFiniteSpread, "attention"),
        (Defect::AttentionNormForgotten, "attention_output"),
        (Defect::AttentionNormAfterResidual, "attention_output"),
        (Defect::LastColumnDropped, "attention_output"),
        (Defect::GateAndUpSwapped, "feed_forward"),
        (Defect::FeedForwardNormAfterResidual, "feed_forward"),
        (Defect::ResidualForgotten, "feed_forward"),
        (Defect::ResidualOfWideRowsForgotten, "feed_forward"),
        (Defect::EightBitsInFeedForward, "feed_forward"),
        (Defect::CarryToOtherRow, "loop_output"),
        (Defect::CarryNotNormed, "loop_output"),
        (Defect::OutputOfFirstRows, "loop_output"),
        (Defect::FinalNormForgotten, "final_norm"),
        (Defect::HeadIsEmbedding, "logits"),
        (Defect::EqualsLastFirst, "top_k"),
        (Defect::CopiesInFirstLayer, "copies"),
        (Defect::CarriesNotCopied, "copies"),
        (Defect::KeysAndValuesExportedSwapped, "export"),
    ] {
        let failure = run(&broken(defect), &reference, 64).expect_err("a defect");
        // A defect of the export itself shows in the first contents that are compared.
        let first = match defect {
            Defect::KeysAndValuesExportedSwapped => "attention_input",
            _ => operation,
        };
        assert_eq!(failure.operation, first, "{defect:?}: {failure}");
    }
}
