"""Fetch the query editor from npm into ``kg/serve/assets``: ``python docs/vendor_editor.py``. Needs ``npm``.

YASQE, in the version that Zazuko keeps up, and the licences of all that is built into it. Versions are pinned, and npm checks
each package against the hash that its registry has; the hash of what is written is kept beside it, and a test compares.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "kg" / "serve" / "assets"
EDITOR = "@zazuko/yasqe@4.6.2"
FILES = ("yasqe.min.js", "yasqe.min.css")
#: Built into the editor. Zazuko's packages bring no licence file; that of the project they continue stands for them.
PARTS = (
    "@triply/yasqe@4.2.28",
    "codemirror@5.65.21",
    "lodash-es@4.18.1",
    "query-string@6.14.1",
    "decode-uri-component@0.2.2",
    "filter-obj@1.1.0",
    "split-on-first@1.1.0",
    "strict-uri-encode@2.0.0",
    "dompurify@3.4.13",
    "events@3.3.0",
    "store@2.0.12",
)

_PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^./@][^/]*)/")


def fetch(package: str, folder: Path) -> tarfile.TarFile:
    """Download a package, without running anything of it."""
    run = subprocess.run(["npm", "pack", "--json", package], cwd=folder, capture_output=True, text=True, check=True)
    report = json.loads(run.stdout)
    (entry,) = report if isinstance(report, list) else report.values()
    return tarfile.open(folder / Path(entry["filename"]).name)


def read(package: tarfile.TarFile, name: str) -> str:
    member = package.extractfile(name)
    assert member is not None, name
    return member.read().decode("utf-8")


def read_licence(package: tarfile.TarFile) -> str:
    names = sorted(name for name in package.getnames() if name.lower().split("/")[-1].startswith(("license", "licence")))
    if names:
        return read(package, names[0]).strip()
    about = json.loads(read(package, "package/package.json"))
    return f"{about['license']} ({about.get('author') or about.get('repository')}); the package has no licence file."


def check_parts(source_map: str) -> None:
    """Stop where something is built in whose licence would not be told."""
    inside = {_PACKAGE.findall(source)[-1] for source in json.loads(source_map)["sources"] if "node_modules/" in source}
    untold = inside - {part.rpartition("@")[0] for part in PARTS}
    assert not untold, f"built into the editor, but not named in PARTS: {untold}"


def main() -> None:
    hashes = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        editor = fetch(EDITOR, folder)
        check_parts(read(editor, "package/build/yasqe.min.js.map"))
        for name in FILES:
            text = read(editor, f"package/build/{name}").rstrip()
            lines = [line for line in text.split("\n") if not line.startswith(("//# sourceMappingURL", "/*# sourceMappingURL"))]
            data = ("\n".join(lines) + "\n").encode()
            (ASSETS / name).write_bytes(data)
            hashes[name] = hashlib.sha256(data).hexdigest()
        sections = [f"{part}\n{'=' * len(part)}\n\n{read_licence(fetch(part, folder))}" for part in PARTS]
    head = (
        f"The query editor of this folder ({', '.join(FILES)}) is {EDITOR}, MIT licence. Built into it, each under its licence:"
    )
    (ASSETS / "yasqe.LICENSE.txt").write_text("\n\n\n".join([head, *sections]) + "\n", encoding="utf-8", newline="\n")
    (ASSETS / "yasqe.json").write_text(json.dumps({"package": EDITOR, "sha256": hashes}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
