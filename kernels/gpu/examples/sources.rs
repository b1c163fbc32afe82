//! Writes what every kernel becomes for WGSL (Vulkan, Metal, DirectX), SPIR-V, CUDA C++ and HIP C++
//! into a folder, one file a kernel and element type. No device is needed.
//!
//! `cargo run -p plt-kernels --features sources --example sources -- FOLDER`

#[cfg(feature = "sources")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder")?;
    with_sources::write(std::path::Path::new(&folder))
}

#[cfg(not(feature = "sources"))]
fn main() -> Result<(), &'static str> {
    Err("build with --features sources")
}

#[cfg(feature = "sources")]
mod with_sources {
    use std::collections::HashMap;
    use std::path::Path;

    use cubecl::{Compiler, CubeKernel, VulkanCompilationOptions, WgpuCompilationOptions};
    use cubecl_cpp::shared::CppCompiler;
    use cubecl_cpp::target::{Cuda, Hip};
    use cubecl_spirv::SpirvCompiler;
    use cubecl_wgpu::WgslCompiler;

    pub fn write(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
        for source in plt_kernels::cube::sources::sources()? {
            let write = |target: &str, text: &str| {
                let path = folder.join(target).join(&source.name).with_extension(target);
                std::fs::create_dir_all(folder.join(target))?;
                std::fs::write(path, text)
            };
            let kernel = &*source.kernel;
            write("wgsl", &compile(WgslCompiler, kernel)?)?;
            write("spvasm", &compile_for(SpirvCompiler, kernel, &vulkan())?)?;
            write("cu", &renumber(&compile(CppCompiler::<Cuda>::default(), kernel)?))?;
            write("hip", &renumber(&compile(CppCompiler::<Hip>::default(), kernel)?))?;
        }
        Ok(())
    }

    fn compile<C: Compiler>(compiler: C, kernel: &dyn CubeKernel) -> Result<String, String> {
        compile_for(compiler, kernel, &C::CompilationOptions::default())
    }

    /// A device with Vulkan 1.3 and nothing beyond.
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

    /// The text without the number behind the kernel's name, which stands for a version of its
    /// types, and without spaces at the ends of lines.
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

    /// The text with its variables `v1`, `v2` … numbered as they come: the printer numbers some in
    /// an order that differs from run to run.
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
