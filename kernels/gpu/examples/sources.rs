//! Writes the sources of all kernels for WGSL (Vulkan, Metal, DirectX), SPIR-V, CUDA C++ and HIP C++
//! into a folder, one file per kernel and variant. No device is needed. The subfolder `generated`
//! gets the files that the repository keeps: a manifest of everything, and WGSL of one element type
//! per kernel.
//!
//! `cargo run -p plt-kernels --features sources --example sources -- FOLDER`

#[cfg(feature = "sources")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("expected a folder")?;
    with_sources::write(std::path::Path::new(&folder))
}

#[cfg(not(feature = "sources"))]
fn main() -> Result<(), &'static str> {
    Err("build with --features sources")
}

#[cfg(feature = "sources")]
mod with_sources {
    use std::collections::HashMap;
    use std::fmt::Write as _;
    use std::fs;
    use std::path::Path;

    use cubecl::{Compiler, CubeKernel, VulkanCompilationOptions, WgpuCompilationOptions};
    use cubecl_cpp::shared::CppCompiler;
    use cubecl_cpp::target::{Cuda, Hip};
    use cubecl_spirv::SpirvCompiler;
    use cubecl_wgpu::WgslCompiler;
    use plt_kernels::sources::{Source, sources};
    use sha2::{Digest, Sha256};

    /// The element types whose WGSL the repository keeps, by preference.
    const SHOWN: [&str; 2] = ["f16", "f32"];

    pub fn write(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
        let sources = sources()?;
        let mut manifest = "\
# Every kernel, variant and target: lines, weights that a unit reads per trip of the main loop of a
# matrix multiplication, and the first 16 digits of the SHA-256 of the source.
# Written by `cargo xtask codegen`; `cargo xtask codegen --full` writes the sources to target/codegen.
"
        .to_owned();
        let generated = folder.join("generated");
        for source in &sources {
            let name = format!("{}_{}", source.name, source.variant);
            let trip = source.weights_per_trip.map_or("-".to_owned(), |trip| trip.to_string());
            for (target, text) in compile_all(&*source.kernel)? {
                save(&folder.join(target), &name, target, &text)?;
                if target == "wgsl" && is_shown(source, &sources) {
                    save(&generated, &name, target, &text)?;
                }
                let lines = text.lines().count();
                writeln!(manifest, "{name} {target} {lines} {trip} {}", digest(&text))?;
            }
        }
        Ok(fs::write(generated.join("manifest.txt"), manifest)?)
    }

    fn save(folder: &Path, name: &str, target: &str, text: &str) -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        fs::write(folder.join(name).with_extension(target), text)
    }

    /// Whether the repository keeps this source: one variant per kernel, the first where none of
    /// [`SHOWN`] exists.
    fn is_shown(source: &Source, sources: &[Source]) -> bool {
        let variants = || sources.iter().filter(|other| other.name == source.name);
        let shown = SHOWN.iter().find_map(|shown| variants().find(|other| other.variant == *shown));
        let shown = shown.or_else(|| variants().next());
        shown.is_some_and(|shown| shown.variant == source.variant)
    }

    fn digest(text: &str) -> String {
        let digest = Sha256::digest(text.as_bytes());
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// A kernel's source for every target.
    fn compile_all(kernel: &dyn CubeKernel) -> Result<[(&'static str, String); 4], String> {
        Ok([
            ("cu", renumber(&compile(CppCompiler::<Cuda>::default(), kernel)?)),
            ("hip", renumber(&compile(CppCompiler::<Hip>::default(), kernel)?)),
            ("spvasm", compile_for(SpirvCompiler, kernel, &vulkan())?),
            ("wgsl", compile(WgslCompiler, kernel)?),
        ])
    }

    fn compile<C: Compiler>(compiler: C, kernel: &dyn CubeKernel) -> Result<String, String> {
        compile_for(compiler, kernel, &C::CompilationOptions::default())
    }

    /// Vulkan 1.3 without extensions.
    fn vulkan() -> WgpuCompilationOptions {
        let vulkan = VulkanCompilationOptions {
            max_spirv_version: (1, 6),
            max_vector_size: 4,
            push_constant_size: 128,
            ..Default::default()
        };
        WgpuCompilationOptions { vulkan, ..Default::default() }
    }

    fn compile_for<C: Compiler>(
        mut compiler: C,
        kernel: &dyn CubeKernel,
        options: &C::CompilationOptions,
    ) -> Result<String, String> {
        let compiled = compiler.compile(kernel.define(), options);
        compiled.map(|text| plain(&text.to_string())).map_err(|error| format!("{error:?}"))
    }

    /// The text without the number at the end of the kernel's name, which changes with the version of
    /// its types, and without spaces at the ends of lines.
    fn plain(text: &str) -> String {
        const NAME: &str = "_kernel";
        let mut parts = text.split(NAME);
        let first = parts.next().unwrap_or_default().to_owned();
        let text = parts.fold(first, |text, part| {
            let of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let (name, rest) = part.split_at(part.find(|c| !of_name(c)).unwrap_or(part.len()));
            // `n_4_6bfd92bb`: the width of its vectors, and then the number.
            let (name, _) = name.rsplit_once('_').unwrap_or((name, ""));
            text + NAME + name + rest
        });
        text.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
    }

    /// The text with its variables `v1`, `v2` … numbered in order of appearance: the printer's own order
    /// differs from run to run.
    fn renumber(text: &str) -> String {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let mut numbers = HashMap::new();
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let same = |other: char| is_word(other) == is_word(c);
            let end = rest.find(|other| !same(other)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            let number = word.strip_prefix('v').and_then(|number| number.parse::<u32>().ok());
            match number {
                Some(number) => {
                    let next = numbers.len();
                    out += &format!("v{}", numbers.entry(number).or_insert(next));
                }
                None => out += word,
            }
            rest = after;
        }
        out
    }
}
