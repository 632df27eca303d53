#!/usr/bin/env python3
"""Runs LinTan and other programs side by side on made-up counties and compares speed and sums.

  compare.py --lintan PATH [--runs 3] [--jobs 1 2] [--quick]
  compare.py --lintan PATH --jobs million      # ten counties in data10/, see `make bench-million`

Works in the folder it is started in: data/, out/ and peers/ lie there (see `make bench`). Runs are
interleaved, so that whatever else the machine does hits all alike; what counts are the ratios.
"""
import argparse, csv, glob, io, json, os, shutil, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = sys.executable
CODE = "441601"
FILES = [f"data/xb_{CODE}.shp"]
CODES = [f"4416{county:02}" for county in range(1, 11)]
CONFIGURATIONS = {"1": "job1", "2": "job2", "million": "million"}


def timed(command, log, environment={}):
    """Wall seconds and peak memory in MB of a command and its children's largest."""
    start = time.monotonic()
    with open(log, "wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, **environment})
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        print(open(log, errors="replace").read()[-600:], flush=True)
        raise Failed(" ".join(command))
    return seconds, usage.ru_maxrss / 1024


class Failed(Exception):
    pass


def lintan(binary, job):
    return [
        binary, "run", f"{HERE}/{CONFIGURATIONS[job]}.json5",
        "--work", f"out/work-{CONFIGURATIONS[job]}"]


def query(binary, job, sql):
    """Rows of LinTan's results, cells as texts."""
    text = subprocess.run(
        [binary, "query", f"out/work-{CONFIGURATIONS[job]}", sql], check=True,
        capture_output=True, text=True).stdout
    return [row for row in csv.reader(io.StringIO(text))][1:]


def contenders(binary, job, quick):
    peer = lambda name, *words: [PYTHON, f"peers/{name}.py", *words]
    if job == "1":
        found = {
            "LinTan": lintan(binary, job),
            "DuckDB spatial": peer("job1_duckdb", "shp", "out", *FILES),
            "SedonaDB": peer("job1_sedonadb", "run", "out", *FILES),
            "pyogrio + polars, 2 processes": peer("job1_tuned", "mp", "out", *FILES),
            "geopandas": peer("job1_geopandas", "sel", "out", *FILES),
        }
    elif job == "million":
        # The others work county by county; those that need more than one county's memory at a
        # time are left out.
        found = {
            "LinTan": lintan(binary, job),
            "shapely, expert, 2 processes": peer("job2_geopandas", "fast", "out", *CODES),
        }
    else:
        found = {
            "LinTan": lintan(binary, job),
            "shapely, expert": peer("job2_geopandas", "fast", "out", CODE),
            "SedonaDB": peer("job2_sedonadb", "out", CODE),
            "DuckDB spatial": peer("job2_duckdb", "out", CODE),
        }
    return dict(list(found.items())[:2]) if quick else found


def warm_lintan(binary, job):
    """The second nightly run: nothing changed."""
    return timed(lintan(binary, job), "out/warm.log")


def run(binary, job, runs, quick):
    entries = contenders(binary, job, quick)
    times = {name: [] for name in entries}
    memory = {name: [] for name in entries}
    for turn in range(runs):
        for name, command in entries.items():
            if name == "LinTan":
                shutil.rmtree(f"out/work-{CONFIGURATIONS[job]}", ignore_errors=True)
            try:
                environment = {"DATA": "data10", "MP": "2"} if job == "million" else {}
                seconds, peak = timed(command, f"out/log-{job}.txt", environment)
            except Failed as failure:
                if name == "LinTan":
                    raise SystemExit(f"failed: {failure}")
                print(f"  job {job}, run {turn + 1}: {name} failed", flush=True)
                continue
            times[name].append(seconds)
            memory[name].append(peak)
            print(f"  job {job}, run {turn + 1}: {name} {seconds:.2f} s", flush=True)
            if name == "DuckDB spatial" and job == "1":
                shutil.copy("out/plots.csv", "out/plots-duckdb.csv")
                shutil.copy("out/villages.csv", "out/villages-duckdb.csv")
            if name == "shapely, expert":
                shutil.copy("out/villages2.csv", "out/villages2-shapely.csv")
    own = statistics.median(times["LinTan"])
    own_memory = statistics.median(memory["LinTan"])
    print(f"\nJob {job}: medians of {runs} interleaved runs, "
          + ("1 001 000 小班" if job == "million" else "100 100 小班"))
    print(f"{'':32}{'wall s':>8}{'peak MB':>9}{'LinTan / it: wall':>19}{'memory':>8}")
    for name in [name for name in entries if times[name]]:
        seconds, peak = statistics.median(times[name]), statistics.median(memory[name])
        print(f"{name:32}{seconds:8.2f}{peak:9.0f}{own / seconds:19.2f}{own_memory / peak:8.2f}")
    seconds, peak = warm_lintan(binary, job)
    print(f"{'LinTan again, nothing changed':32}{seconds:8.2f}{peak:9.0f}\n", flush=True)


def compare(what, ours, theirs, tolerance):
    """Sums by village; the largest relative difference must stay within the tolerance."""
    assert set(ours) == set(theirs), f"{what}: villages differ"
    worst = max(abs(ours[k] - theirs[k]) / max(1, abs(theirs[k])) for k in ours)
    total, reference = sum(ours.values()), sum(theirs.values())
    print(f"  {what:44}{total:18,.2f}{reference:18,.2f}   worst village {worst:.1e}")
    assert worst <= tolerance, f"{what}: {worst} exceeds {tolerance}"


def check_job1(binary):
    """Against DuckDB, by village.

    LinTan takes a stocked 小班 without an earlier volume as unknown, not as zero, so carbon and
    growth are compared on the 小班 that have both volumes; areas on all.
    """
    rows = query(
        binary, "1", "SELECT village, passing_ha, stock_tc, increment_tco2e_yr FROM candidate")
    theirs = {}
    for plot in csv.DictReader(open("out/plots-duckdb.csv")):
        sums = theirs.setdefault(plot["CUN"], [0.0, 0.0, 0.0])
        sums[0] += float(plot["ha"])
        if float(plot["c1"]) > 0 and float(plot["c2"]) > 0:
            sums[1] += float(plot["c2"])
            sums[2] += float(plot["co2a"])
    print("Job 1 sums: LinTan, DuckDB")
    for place, what in enumerate(["forest, ha", "stock of measured 小班, tC", "growth, tCO2e/yr"]):
        compare(what, {r[0]: float(r[1 + place]) for r in rows},
                {k: v[place] for k, v in theirs.items()}, 1e-9)


FOREST = "s.survey = 2023 AND s.land_class_code = '0111'"


def check_job2(binary):
    """Against shapely, by village: repaired areas, areas outside exclusion zones, and of those the
    areas under tenure parcels in pieces of more than 1 m²."""
    rows = query(
        binary, "2",
        f"""SELECT village, sum(area_ha), sum(area_ha * (1 - excluded_share))
        FROM subcompartment s JOIN burden b ON b.subcompartment = s.fid
        WHERE {FOREST} GROUP BY village""")
    pieces = {village: (float(area), int(count)) for village, area, count in query(
        binary, "2",
        f"""SELECT village, sum(c.area_ha), count(*)
        FROM claim c JOIN subcompartment s ON s.fid = c.subcompartment
        WHERE {FOREST} AND c.area_ha > 0.0001 GROUP BY village""")}
    theirs = {r["CUN"]: r for r in csv.DictReader(open("out/villages2-shapely.csv"))}
    column = lambda name: {k: float(v[name] or 0) for k, v in theirs.items()}
    none = (0, 0)
    print("Job 2 sums: LinTan, shapely")
    compare("forest after repair, ha", {r[0]: float(r[1]) for r in rows}, column("ha"), 1e-6)
    compare("outside exclusion zones, ha", {r[0]: float(r[2]) for r in rows}, column("eha"), 1e-5)
    compare("of that under parcels, ha",
            {r[0]: pieces.get(r[0], none)[0] for r in rows}, column("t_ha"), 1e-5)
    compare("pieces of more than 1 m²",
            {r[0]: pieces.get(r[0], none)[1] for r in rows}, column("pairs"), 1e-2)


def check_million(binary):
    """Against shapely with all parcels and zones of all counties at hand. The other programs cut
    the work at county lines and miss what crosses them."""
    (area, eligible), = query(
        binary, "million",
        f"""SELECT sum(area_ha), sum(area_ha * (1 - excluded_share))
        FROM subcompartment s JOIN burden b ON b.subcompartment = s.fid
        WHERE {FOREST}""")
    (titled, pairs), = query(
        binary, "million",
        f"""SELECT sum(c.area_ha), count(*) FROM claim c
        JOIN subcompartment s ON s.fid = c.subcompartment
        WHERE {FOREST} AND c.area_ha > 0.0001""")
    path = "out/reference-million.json"
    if not os.path.exists(path):
        subprocess.run([PYTHON, f"{HERE}/reference.py", "data10", path], check=True)
    theirs = json.load(open(path))
    print("Million sums: LinTan, shapely with what crosses county lines")
    for what, ours, name in [
            ("forest after repair, ha", area, "ha"),
            ("outside exclusion zones, ha", eligible, "eligible"),
            ("of that under parcels, ha", titled, "titled"),
            ("pieces of more than 1 m²", pairs, "pairs")]:
        compare(what, {"all": float(ours)}, {"all": theirs[name]}, 1e-5)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--lintan", required=True)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument(
        "--jobs", nargs="+", default=["1", "2"], choices=list(CONFIGURATIONS))
    arguments.add_argument("--quick", action="store_true", help="only the fastest other program")
    options = arguments.parse_args()
    checks = {"1": check_job1, "2": check_job2, "million": check_million}
    for job in options.jobs:
        run(options.lintan, job, options.runs if job == "1" else 1, options.quick)
        checks[job](options.lintan)


if __name__ == "__main__":
    main()
