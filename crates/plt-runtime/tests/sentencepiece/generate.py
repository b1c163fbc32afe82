"""Trains the models in this directory and writes the ids that the sentencepiece package gives.

    pip install sentencepiece==0.2.3 protobuf && python3 generate.py [COUNT]

COUNT is the number of generated texts in cases.json, 60 by default.
"""
import io, json, os, random, re, string, sys, textwrap, argparse
from pathlib import Path
import sentencepiece as spm
from sentencepiece import sentencepiece_model_pb2 as pb

HERE = Path(__file__).parent
os.chdir(HERE)  # models hold the name of the file with rules
random.seed(7)

corpus = []
for module in (textwrap, argparse, re, string, io, json, random):
    corpus += Path(module.__file__).read_text().splitlines()
corpus += [
    "Größe und Maß über alles, naïve café, déjà vu, año, señor, mañana",
    "你好 世界 测试 语言 模型 分词 器", "こんにちは 世界 テスト です", "привет мир это тест модели",
    "ﬁne ﬀ ① ② Ｆｕｌｌ ｗｉｄｔｈ ½ ℃ ™ …", "  indented    code\t\twith tabs",
] * 40


def train(name, **options):
    writer = io.BytesIO()
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(corpus), model_writer=writer, minloglevel=2,
        hard_vocab_limit=False, num_threads=1, **options)
    (HERE / f"{name}.model").write_bytes(writer.getvalue())
    return writer.getvalue()


train("unigram", model_type="unigram", vocab_size=620, byte_fallback=True,
      normalization_rule_name="identity", remove_extra_whitespaces=False,
      user_defined_symbols=["<tag>", "def", "    "], split_digits=True)
# No byte fallback: unknown characters become one <unk>. Spaces are removed.
train("unigram-nmt-nfkc", model_type="unigram", vocab_size=420, character_coverage=0.98)
bytes_ = train("bpe-no-prefix", model_type="bpe", vocab_size=700, byte_fallback=True,
               add_dummy_prefix=False, remove_extra_whitespaces=False,
               normalization_rule_name="identity", allow_whitespace_only_pieces=True,
               user_defined_symbols=["<tag>", "return", "\n\n"])
# Every fifth merged piece is unused: it is made of others.
model = pb.ModelProto.FromString(bytes_)
merged = [p for p in model.pieces if p.type == p.NORMAL and len(p.piece) > 1]
for piece in merged[::5]:
    piece.type = piece.UNUSED
(HERE / "bpe-no-prefix.model").write_bytes(model.SerializeToString())
rules = "41 30A\t61\n20AC\t45 55 52\n3000\t20\n66 66 69\tFB03\n"
(HERE / "rules.tsv").write_text(rules)
train("bpe-rules", model_type="bpe", vocab_size=500, byte_fallback=False,
      normalization_rule_tsv="rules.tsv", character_coverage=0.99)
(HERE / "rules.tsv").unlink()

texts = [
    "", " ", "  ", "\n", "\t", "a", " a", "a ", "  a  b  ", "hello world", "Hello, World!",
    "def add(a, b):\n    return a + b\n", "return return", "<tag>", "x<tag>y <tag> ", "<s>", "</s>",
    "<unk>", "<0x0A>", "▁", "a▁b", "▁▁", "\u3000x\u3000", "ﬁﬀ①Ｆｕｌｌ½℃™…", "A\u030A A \u030A",
    "5€ €", "ffi affix", "e\u0301 é", "你好世界", "未知的字", "🙂🙂 🇩🇪", "a🙂b", "\u0000", "\u200b x \ufeff y",
    "\r\n\r\n", "\n\n\n\n", "aaaaaaaaaaaaaaaa", "        ", "1234567890", "it's 'quoted'", "ÅÅ", "\u00a0x",
    "x\u2028y", "ＡＢＣ　ｄｅｆ", "\ufdfa", "한국어 텍스트", "ｶﾞ", "x" * 300, "the " * 50,
    # Ties that the rounding of 32 bits decides.
    "éself.bbgdefffim bimport 界ﬁß\"2p", "=fffireturng<s><s>2    self.c", "'\"ß\tBkéeca\"A\u030A=fffi     ffiß g",
]
alphabet = list("abcdefghijklmnop ABC  \n\t.,()'\"_=12") + ["▁", "é", "ß", "你", "界", "🙂", "ﬁ", "Å", "　",
            "<tag>", "def", "    ", "return", "ffi", "A\u030A", "<s>", "<0x41>", "the ", "self.", "import "]
count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
for _ in range(count):
    texts.append("".join(random.choice(alphabet) for _ in range(random.randint(1, 40))))

names = ["unigram", "unigram-nmt-nfkc", "bpe-no-prefix", "bpe-rules"]
models = {name: spm.SentencePieceProcessor(model_file=str(HERE / f"{name}.model")) for name in names}
cases = {"texts": texts}
for name, model in models.items():
    ids = [model.encode(text) for text in texts]
    cases[name] = {"pieces": len(model), "ids": ids}
    # <unk> is written as ⁇ by the package, and as its name here.
    unknown = model.unk_id()
    cases[name]["decoded"] = [None if unknown in row else model.decode(row) for row in ids]
with open(HERE / "cases.json", "w") as file:
    file.write("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in cases.items()) + "\n}\n")
