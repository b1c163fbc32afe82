#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = plt_tests::hostile::sentencepiece(bytes);
});
