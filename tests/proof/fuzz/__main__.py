"""Fuzzes, guided by coverage, what reads the files of strangers: check, format, intake and merge.

.venv/bin/python tests/proof/fuzz [check format intake merge] [--seconds 900] [--seed 1]

A finding ends the run with the traceback, and its input is kept in .cache/fuzz/; add it to the golden cases.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
TARGETS = ("check", "format", "intake", "merge")


def main() -> int:
    """Run the targets one after the other, each in a process of its own: the fuzzer ends the one it runs in."""
    options = _options()
    codes = [_run(target, options.seconds, options.seed) for target in options.targets or TARGETS]
    return max(codes)


def _run(target: str, seconds: int, seed: int) -> int:
    kept = ROOT / ".cache" / "fuzz" / target
    (kept / "corpus").mkdir(parents=True, exist_ok=True)
    program = Path(__file__).with_name("target.py")
    limits = (f"-max_total_time={seconds}", f"-seed={seed}", "-max_len=6000", "-timeout=30", "-rss_limit_mb=4096")
    command = [sys.executable, program, target, *limits, f"-artifact_prefix={kept}/", kept / "corpus"]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    lines = done.stderr.splitlines()
    begun = next((at for at, line in enumerate(lines) if "Traceback" in line or "ERROR" in line), 0)
    told = lines[begun:] if done.returncode else [line for line in lines if "DONE" in line or line.startswith("Done")]
    print(f"{target}: {'a finding' if done.returncode else 'nothing found'}", *told, sep="\n", flush=True)
    return done.returncode


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], default=[], metavar="TARGET", help="else all")
    parser.add_argument("--seconds", type=int, default=900, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
