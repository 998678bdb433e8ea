"""That the web page's script and Vim mark policies as the stand-in does; each where its program is installed."""
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from editors_tokens import Marker
from editors_vim import GROUPS, group

NODE = """
const tiaoli = require(process.argv[1]);
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, tiaoli.html(text)]))));
"""
VIM = """set nocompatible encoding=utf-8 synmaxcol=0 redrawtime=600000
set runtimepath^={runtime}
syntax on
edit {policy}
set filetype=tiaoli
syntax sync fromstart
let lines = []
for number in range(1, line('$'))
  let names = [] | let column = 1
  for sign in split(getline(number), '\\zs')
    call add(names, synIDattr(synID(number, column, 1), 'name'))
    let column += strlen(sign)
  endfor
  call add(lines, join(names, ','))
endfor
call writefile(lines, '{out}')
redir! > {links}
silent highlight
redir END
qa!
"""
# Vim colours no name behind a statement word and no type: it has no parts of a match.
UNMARKED = ("entity.name.function", "entity.name.type", "support.type")
LINK = re.compile(r"^(\w+)\s+xxx.*links to (\w+)", re.M)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def html_of(line, scopes):
    """What the script is to make of a line."""
    html, at = "", 0
    while at < len(line):
        end = next((end for end in range(at, len(line)) if scopes[end] != scopes[at]), len(line))
        words = (scopes[at] or "").split(".")[:-1]
        classes = " ".join("tiaoli-" + "-".join(words[:length + 1]) for length in range(len(words)))
        html += f'<span class="{classes}">{escaped(line[at:end])}</span>' if words else escaped(line[at:end])
        at = end
    return html


def node_findings(script, texts, grammar):
    """None where there is no node."""
    if not shutil.which("node"):
        print("there is no node: the web page's script is not run")
        return None
    done = subprocess.run(["node", "-e", NODE, str(script)], input=json.dumps(texts), capture_output=True, text=True, check=False)
    if done.returncode:
        return [f"{script.name}: {done.stderr}"]
    made, found, marker = json.loads(done.stdout), [], Marker(grammar)
    for name, text in texts.items():
        lines = text.split("\n")
        wanted = [html_of(line, scopes) for line, scopes in zip(lines, marker.mark(text))]
        found += [f"{name}:{number}: the web page has {said}, not {told}"
                  for number, (said, told) in enumerate(zip(made[name].split("\n"), wanted), 1) if said != told]
    return found


def vim_lines(runtime, text, folder):
    """For each line the scope of each character, as Vim has it."""
    paths = {"policy": folder / "a.policy", "out": folder / "out", "links": folder / "links"}
    paths["policy"].write_text(text, encoding="utf-8")
    script = folder / "marked.vim"
    script.write_text(VIM.format(runtime=runtime, **paths), encoding="utf-8")
    subprocess.run(["vim", "-es", "-u", "NONE", "-S", str(script)], stdin=subprocess.DEVNULL, capture_output=True, check=False,
                   timeout=600)
    links = dict(LINK.findall(paths["links"].read_text(encoding="utf-8")))
    scopes = {group(scope): scope for scope in GROUPS}

    def scope_of(name):
        while name not in scopes and name in links:
            name = links[name]
        return scopes.get(name, "")

    return [[scope_of(name) for name in line.split(",")] for line in paths["out"].read_text(encoding="utf-8").split("\n")]


def vim_findings(runtime, texts, grammar):
    """None where there is no vim."""
    if not shutil.which("vim"):
        print("there is no vim: its file is not tried")
        return None
    found, marker = [], Marker(grammar)
    for name, text in texts.items():
        with tempfile.TemporaryDirectory() as folder:
            told = vim_lines(runtime, text, Path(folder))
        for number, (line, wanted, said) in enumerate(zip(text.split("\n"), marker.mark(text), told), 1):
            wanted = [(scope or "").removesuffix(".tiaoli") for scope in wanted]
            bad = [at for at, sign in enumerate(line) if not sign.isspace() and wanted[at] not in UNMARKED and wanted[at] != said[at]
                   and said[at] not in UNMARKED]
            found += [f"{name}:{number}:{bad[0] + 1}: Vim has “{said[bad[0]]}”, not “{wanted[bad[0]]}”: {line[:60]}"] if bad else []
    return found
