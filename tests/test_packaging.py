"""The wheel holds all that the program needs, and works where no checkout is."""

import ast
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from configparser import ConfigParser
from importlib.metadata import distribution, version
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).resolve().parent.parent
#: What a wheel is made of.
SOURCES = ("kg", "ontology", "seeds", "setup.cfg", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def setup() -> ConfigParser:
    parser = ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, made in a copy, for a build leaves folders behind."""
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("wheel")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    # An old setuptools cannot make it; then pip fetches a newer one for the occasion.
    isolation = ["--no-build-isolation"] if int(version("setuptools").split(".")[0]) >= 68 else []
    pip(sys.executable, "wheel", "--no-deps", *isolation, "--wheel-dir", str(out), str(copy))
    (path,) = out.glob("*.whl")
    return path


def pip(python: str, *arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python, *arguments]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``kg`` command of an empty environment into which the wheel is installed.

    The libraries are those of the environment that runs the tests, named in a path file: such a folder is searched for modules,
    but its own path files, through which an editable install shows the checkout, are not read.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    pip(str(scripts / "python"), "install", "--no-deps", "--no-index", str(wheel))
    site = next(path.parent.parent for path in folder.rglob("kg/cli.py"))
    (site / "libraries.pth").write_text("\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}))
    return scripts / "kg"


def run_there(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")


def test_every_package_is_named(setup: ConfigParser) -> None:
    folders = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "kg").rglob("*.py")}
    assert set(setup["options"]["packages"].split()) == {*folders, "kg_ontology", "kg_seeds"}


def test_the_wheel_holds_the_data_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"kg/{path.relative_to(ROOT / 'kg').as_posix()}" for path in (ROOT / "kg").rglob("*.py")}
    for part in ("serve", "views"):
        wanted |= {f"kg/{part}/assets/{path.name}" for path in (ROOT / "kg" / part / "assets").iterdir()}
    wanted |= {f"kg/views/templates/{path.name}" for path in (ROOT / "kg" / "views" / "templates").iterdir()}
    for folder, package in (("ontology", "kg_ontology"), ("seeds", "kg_seeds")):
        files = (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
        wanted |= {f"{package}/{path.relative_to(ROOT / folder).as_posix()}" for path in files}
    wanted.add("kg/py.typed")
    found = {name for name in names if ".dist-info/" not in name}
    assert found == wanted


def test_the_main_job_where_no_checkout_is(installed: Path, tmp_path: Path, sample_build: Path) -> None:
    where = run_there([str(installed.with_name("python")), "-c", "import kg; print(kg.__file__)"], tmp_path).stdout
    assert Path(where.strip()).is_relative_to(installed.parent.parent), "the checkout is seen"
    shutil.copytree(ROOT / "seeds" / "pages", tmp_path / "pages")
    run = run_there([str(installed), "build", "pages", "--out", "out"], tmp_path)
    assert (run.returncode, run.stderr) == (0, ""), run.stderr
    here = run_there([sys.executable, "-m", "kg.cli", "build", "pages", "--out", "here"], tmp_path)
    assert here.returncode == 0, here.stderr
    for name in ("graph.ttl", "graph.nt", "index.html", "views/overview.html"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "here" / name).read_bytes(), name
    asked = run_there([str(installed), "query", "out", "posts-in-district", "-p", "district=临朐县"], tmp_path)
    assert "秦绍峰" in asked.stdout, asked.stderr
    checked = run_there([str(installed), "check", "out"], tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_requirements_are_what_is_imported(setup: ConfigParser) -> None:
    files = [path.read_text(encoding="utf-8") for path in (ROOT / "kg").rglob("*.py")]
    imported = {name for text in files for node in ast.walk(ast.parse(text)) for name in top_names(node)}
    imported -= {*sys.stdlib_module_names, "kg", ""}
    spark = requirements(setup["options.extras_require"]["spark"])  # too large for every test run: CI installs it
    assert spark <= imported, "the extra for Spark is not needed"
    imported -= spark
    names = ("pdf", "export", "push", "serve")
    extras = set().union(*(requirements(setup["options.extras_require"][name]) for name in names))
    required = {name: modules(name) for name in requirements(setup["options"]["install_requires"]) | extras}
    assert imported <= set().union(*required.values()), "something is imported that is not required"
    assert {name for name, provided in required.items() if not provided & imported} == set(), "something is not needed"
    assert extras <= requirements(setup["options.extras_require"]["dev"]), "the tests need every extra"


def modules(name: str) -> set[str]:
    """The top modules that an installed distribution provides."""
    files = distribution(name).files or []
    return {file.parts[0].split(".")[0] for file in files if file.suffix in (".py", ".pyi", ".so", ".pyd")}


def top_names(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    return {(node.module or "").split(".")[0]} if isinstance(node, ast.ImportFrom) else set()


def requirements(text: str) -> set[str]:
    return {line.split(">")[0].strip().lower().replace("_", "-") for line in text.splitlines() if line.strip()}


def test_the_version_stands_in_one_place(setup: ConfigParser) -> None:
    assert kg.__version__ == setup["metadata"]["version"]


def test_public_names() -> None:
    assert sorted(kg.__all__) == kg.__all__
    for name in kg.__all__:
        assert getattr(kg, name) is not None
    assert set(kg.__all__) <= set(dir(kg))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kg.nothing
