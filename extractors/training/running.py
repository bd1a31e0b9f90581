"""Runs the trainers, each in a process of its own, and installs what they leave."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from extractors.training.component import SEED, Paths, Trainable, file_hash, gold_hash, input_hash
from extractors.training.manifest import is_current, read_entries, write_manifest
from extractors.training.plan import component, components
from extractors.training.privacy import forget_paths
from models.errors import ModelMissingError

_STEP = re.compile(r"step\s+(\d+)\s*/\s*(\d+)", re.IGNORECASE)
_TAIL_BYTES = 4000
_RESULT = "result.json"
_LOG = "training.log"
_POLL_SECONDS = 0.5
_ONE_CORE = {
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "TQDM_DISABLE": "1",
    # glibc returns large tensors to the system at once by default; keeping them halves the training time.
    "MALLOC_MMAP_THRESHOLD_": str(1 << 30),
    "MALLOC_TRIM_THRESHOLD_": str(1 << 32),
}


@dataclass(slots=True)
class _Running:
    component: Trainable
    process: subprocess.Popen[bytes]
    task: TaskID


def train_one(name: str, paths: Paths) -> None:
    """Train one component in this process and leave its scores beside its files."""
    chosen = component(name)
    shutil.rmtree(paths.work / name / "out", ignore_errors=True)
    started = time.process_time()
    scores = chosen.build(paths)
    result = {"scores": dict(scores), "seconds": round(time.process_time() - started)}
    (paths.work / name / _RESULT).write_text(json.dumps(result), encoding="utf-8")


def train_all(
    paths: Paths,
    weights: Path,
    *,
    console: Console,
    jobs: int = 2,
    force: bool = False,
    only: Sequence[str] = (),
) -> tuple[str, ...]:
    """Train every component whose inputs changed; names of those trained.

    A finished component is installed and written into the manifest at once, so an
    interrupted run goes on where it stopped.

    Raises:
        ModelMissingError: a trainer failed; the others' results are kept.
    """
    inputs: dict[str, str] = {}
    for each in components():
        inputs[each.name] = input_hash(each, paths, inputs)
    known = read_entries(weights)
    stale = [c for c in components() if force or not is_current(known.get(c.name), inputs[c.name], weights)]
    todo = [c for c in stale if not only or c.name in only]
    for each in components():
        if each.name in known and each not in todo:
            console.print(f"{each.name}: {'kept' if each in stale else 'up to date'}")
            _restore(each, known[each.name]["files"], weights, paths)
    columns = (TextColumn("{task.description:<10}"), BarColumn(), TextColumn("{task.fields[state]}"))
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        _Session(paths, weights, inputs, progress).run(todo, jobs=jobs)
    return tuple(c.name for c in todo)


def _restore(current: Trainable, files: Iterable[str], weights: Path, paths: Paths) -> None:
    """Put an up-to-date component's files where later components look for them."""
    finished = paths.out(current.name)
    for name in files:
        copy = finished / Path(name).relative_to(current.target)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(weights / name, copy)


@dataclass(frozen=True, slots=True)
class _Session:
    """One run of the trainers."""

    paths: Paths
    weights: Path
    inputs: Mapping[str, str]
    progress: Progress

    def run(self, todo: Sequence[Trainable], *, jobs: int) -> None:
        waiting = list(todo)
        running: list[_Running] = []
        try:
            while waiting or running:
                unfinished = {c.name for c in waiting} | {r.component.name for r in running}
                ready = [c for c in waiting if not unfinished & set(c.needs)]
                for chosen in ready[: max(0, jobs - len(running))]:
                    waiting.remove(chosen)
                    running.append(self._start(chosen))
                time.sleep(_POLL_SECONDS)
                for one in list(running):
                    self._show(one)
                    if one.process.poll() is not None:
                        running.remove(one)
                        self._finish(one)
        finally:
            for one in running:
                one.process.terminate()
                one.process.wait()

    def _start(self, chosen: Trainable) -> _Running:
        folder = self.paths.work / chosen.name
        folder.mkdir(parents=True, exist_ok=True)
        places = {"--data": self.paths.data, "--gold": self.paths.gold, "--work": self.paths.work}
        command = [sys.executable, "-m", "extractors.training", "--component", chosen.name]
        command += [piece for option, path in places.items() for piece in (option, str(path))]
        with (folder / _LOG).open("wb") as log:
            process = subprocess.Popen(  # noqa: S603
                command, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, **_ONE_CORE}
            )
        task = self.progress.add_task(chosen.name, total=chosen.steps or None, state="")
        return _Running(chosen, process, task)

    def _show(self, one: _Running) -> None:
        log = self.paths.work / one.component.name / _LOG
        with log.open("rb") as stream:
            stream.seek(max(0, log.stat().st_size - _TAIL_BYTES))
            steps = _STEP.findall(stream.read().decode("utf-8", errors="replace"))
        if steps:
            done, total = steps[-1]
            self.progress.update(one.task, completed=int(done), total=int(total))

    def _finish(self, one: _Running) -> None:
        name = one.component.name
        if one.process.returncode:
            raise ModelMissingError(
                f"Training of {name} failed.",
                cure=f"Read {self.paths.work / name / _LOG} and run the command again.",
            )
        result = json.loads((self.paths.work / name / _RESULT).read_text(encoding="utf-8"))
        entry = {
            "name": name,
            "version": f"1.{self.inputs[name][:8]}",
            "engine": one.component.engine,
            "files": _install(self.paths.out(name), self.weights, one.component),
            "training_data": _describe(one.component, self.paths),
            "scores": result["scores"],
            "seed": SEED,
            "seconds": result["seconds"],
            "inputs": self.inputs[name],
        }
        write_manifest(self.weights, entry, order=[c.name for c in components()])
        self.progress.update(one.task, total=1, completed=1, state="done")


def _install(finished: Path, weights: Path, chosen: Trainable) -> dict[str, dict[str, str | int]]:
    """Copy a component's files into the weights folder; what lies there now."""
    files: dict[str, dict[str, str | int]] = {}
    for source in sorted(path for path in finished.rglob("*") if path.is_file()):
        target = weights / chosen.target / source.relative_to(finished)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        forget_paths(target)
        name = target.relative_to(weights).as_posix()
        files[name] = {"bytes": target.stat().st_size, "sha256": file_hash(target)}
    return files


def _describe(chosen: Trainable, paths: Paths) -> list[dict[str, str]]:
    described = [
        {
            "name": source.name,
            "licence": source.licence,
            "url": source.url,
            "sha256": ",".join(file_hash(paths.data / file)[:16] for file in source.files),
        }
        for source in chosen.sources
    ]
    if chosen.uses_gold:
        described.append(
            {
                "name": "tests/gold/open and tests/gold/written",
                "licence": "Apache-2.0",
                "url": "",
                "sha256": gold_hash(paths)[:16],
            }
        )
    return described
