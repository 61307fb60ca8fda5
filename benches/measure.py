"""From sites of several sizes to a table of what building them costs; measure.sh calls it.

The steps of a round follow one another at once, so that a busy machine slows all of them, and each time is divided by
that of `cp -r` in the same round. What the table shows is the median of the rounds.
"""

import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time

import generate

# Each step, and the copy that it is compared with.
STEPS = {
    "build": "cp -r",
    "build, nothing changed": "cp -r",
    "build, one notice changed": "cp -r",
    "check": "cp -r",
    "build without parity": "cp -r",
    "check without parity": "cp -r",
    "build without search": "cp -r",
    "cp -r": "cp -r",
    "build --no-minify": "cp -r (not minified)",
    "cp -r (not minified)": "cp -r (not minified)",
}


class Cost:
    """What one process cost: seconds by the clock, seconds of all cores, bytes of memory at its peak."""

    def __init__(self, command):
        # Output goes to a file and not to a pipe: nobody needs to read it while the clock runs.
        with open("said.txt", "wb") as said:
            begun = time.perf_counter()
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - begun
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))}\nended with {process.returncode}:\n{open('said.txt').read()}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss * 1024


def emptied(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder / "public"


def notice_pages(output):
    """How many notice pages are there. One that lacks its end is as bad as none."""
    whole = 0
    for folder in ("en/vacancies", "fr/postes-vacants"):
        for page in (output / folder).glob("*/index.html"):
            whole += page.read_bytes().rstrip().endswith(b"</html>")
    return whole


def verified(output, facts):
    found = notice_pages(output)
    if found != facts["pages"]:
        sys.exit(f"{facts['notices']} notices: {found} notice pages instead of {facts['pages']}")


def changed(site, facts, round_number):
    path = site / facts["a_closed_edition"]
    with path.open("a", encoding="utf-8") as edition:
        edition.write(f"- **Change {round_number}**: this line was not there before.\n")


def without_parity(site):
    """Switches the rules off that compare the editions; returns the settings as they were."""
    path = site / "site.yaml"
    settings = path.read_text(encoding="utf-8")
    others, is_parity = [], False
    for line in settings.splitlines():
        # From the key to the next line that is not indented.
        is_parity = line.startswith("parity:") or is_parity and (not line or line.startswith((" ", "#")))
        if not is_parity:
            others.append(line)
    path.write_text("\n".join([*others, "parity: { rules: { all: off } }", ""]), encoding="utf-8")
    return settings


def without_search(site):
    """Leaves the search out of what the site offers; returns the settings as they were."""
    path = site / "site.yaml"
    settings = path.read_text(encoding="utf-8")
    others = [line for line in settings.splitlines() if not line.startswith("  - search ")]
    path.write_text("\n".join([*others, ""]), encoding="utf-8")
    return settings


def measured(program, work, facts, rounds):
    """The costs of every step, a list of one for each round."""
    site, costs = work / "site", {step: [] for step in STEPS}
    common = ["--site", site, "--now", facts["now"]]
    for round_number in range(rounds):
        minified, plain = emptied(work / "minified"), emptied(work / "plain")
        copies = emptied(work / "copies").parent
        build = [program, "build", *common, "--output", minified]

        def run(step, command):
            costs[step].append(Cost(command))

        run("build", build)
        verified(minified, facts)
        run("cp -r", ["cp", "-r", minified, copies / "minified"])
        run("build, nothing changed", build)
        changed(site, facts, round_number)
        run("build, one notice changed", build)
        verified(minified, facts)
        run("check", [program, "check", *common])
        settings = without_parity(site)
        emptied(work / "minified")
        run("build without parity", build)
        verified(minified, facts)
        run("check without parity", [program, "check", *common])
        (site / "site.yaml").write_text(settings, encoding="utf-8")
        settings = without_search(site)
        emptied(work / "minified")
        run("build without search", build)
        verified(minified, facts)
        (site / "site.yaml").write_text(settings, encoding="utf-8")
        run("build --no-minify", [program, "build", "--no-minify", *common, "--output", plain])
        verified(plain, facts)
        run("cp -r (not minified)", ["cp", "-r", plain, copies / "plain"])
        if round_number == 0:
            sizes = [page.stat().st_size for page in (plain / "en/vacancies").glob("*/index.html")]
            facts["page_size"] = statistics.median(sizes)
    return costs


def rows(facts, costs):
    """The lines of the table for one size of site."""
    for step, basis in STEPS.items():
        wall = statistics.median(cost.wall for cost in costs[step])
        cpu = statistics.median(cost.cpu for cost in costs[step])
        peak = max(cost.peak for cost in costs[step]) / 2**20
        ratio = statistics.median(cost.wall / copy.wall for cost, copy in zip(costs[step], costs[basis]))
        pages = facts["pages"] / wall
        yield (
            f"| {facts['notices']:,} | {step} | {wall * 1000:,.0f} | {cpu * 1000:,.0f} | {ratio:.2f} | {pages:,.0f} | {peak:,.0f} |"
        )


def price_of_parity(all_costs):
    """How long a check with all rules takes, against a build without those that compare the editions."""
    for notices, costs in all_costs:
        pairs = list(zip(costs["check"], costs["build without parity"]))
        wall, cpu = (statistics.median(key(check) / key(build) for check, build in pairs) for key in
                     (lambda cost: cost.wall, lambda cost: cost.cpu))
        print(f"{notices:,} notices: a check takes {wall:.2f} times as long as a build without parity (CPU: {cpu:.2f}).")


def price_of_search(all_costs):
    """How much longer a build takes that makes the index of the search."""
    for notices, costs in all_costs:
        pairs = list(zip(costs["build"], costs["build without search"]))
        wall, cpu = (statistics.median(key(build) / key(without) for build, without in pairs) for key in
                     (lambda cost: cost.wall, lambda cost: cost.cpu))
        print(f"{notices:,} notices: a build takes {wall:.2f} times as long as one without search (CPU: {cpu:.2f}).")


def growth(all_costs):
    """How much longer the largest site takes than the next smaller one."""
    if len(all_costs) < 2:
        return
    (few, fewer), (many, more) = all_costs[-2:]
    for step in ("build", "build --no-minify", "build, nothing changed", "check"):
        wall = lambda costs: statistics.median(cost.wall for cost in costs[step])
        print(f"{step}: {many / few:.0f} times the notices take {wall(more) / wall(fewer):.1f} times as long.")


def version(program):
    return subprocess.run([program, "--version"], capture_output=True, text=True).stdout.strip()


def main():
    program, work, rounds = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    os.chdir(work)
    print(f"{version(program)}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, median of {rounds} rounds\n")
    print("| notices | step | wall, ms | CPU, ms | × cp -r | pages/s | peak, MiB |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    all_costs = []
    sample = pathlib.Path(__file__).resolve().parent.parent
    for notices in map(int, sys.argv[4:]):
        facts = generate.write(work / "site", notices, "diptych", sample)
        costs = measured(program, work, facts, rounds)
        print("\n".join(rows(facts, costs)), flush=True)
        all_costs.append((notices, costs))
        for folder in ("site", "minified", "plain", "copies"):
            shutil.rmtree(work / folder)
    print()
    price_of_parity(all_costs)
    price_of_search(all_costs)
    growth(all_costs)
    print(f"A page has {facts['page_size']:,.0f} bytes before minifying, an edition {facts['bytes_per_edition']:,}.")


if __name__ == "__main__":
    main()
