#!/usr/bin/env python3
"""Runs LinTan and other programs side by side on one made-up county and compares speed and sums.

  compare.py --lintan PATH [--runs 3] [--jobs 1 2] [--quick]

Works in the folder it is started in: data/, out/ and peers/ lie there (see `make bench`). Runs are
interleaved, so that whatever else the machine does hits all alike; what counts are the ratios.
"""
import argparse, csv, glob, json, os, shutil, sqlite3, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = sys.executable
CODE = "441601"
FILES = [f"data/xb_{CODE}.shp"]


def timed(command, log):
    """Wall seconds and peak memory in MB of a command and its children's largest."""
    start = time.monotonic()
    with open(log, "wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        print(open(log, errors="replace").read()[-600:], flush=True)
        raise Failed(" ".join(command))
    return seconds, usage.ru_maxrss / 1024


class Failed(Exception):
    pass


def lintan(binary, job, threads=None):
    command = [binary, "run", f"{HERE}/{job}.json5", "--work", f"out/work-{job}"]
    return command + (["--threads", str(threads)] if threads else [])


def stage(job, name, file):
    return glob.glob(f"out/work-{job}/{name}/*/{file}")[0]


def contenders(binary, job, quick):
    peer = lambda name, *words: [PYTHON, f"peers/{name}.py", *words]
    if job == 1:
        found = {
            "LinTan": lintan(binary, "job1"),
            "DuckDB spatial": peer("job1_duckdb", "shp", "out", *FILES),
            "SedonaDB": peer("job1_sedonadb", "run", "out", *FILES),
            "pyogrio + polars, 2 processes": peer("job1_tuned", "mp", "out", *FILES),
            "geopandas": peer("job1_geopandas", "sel", "out", *FILES),
        }
    else:
        found = {
            "LinTan": lintan(binary, "job2"),
            "shapely, expert": peer("job2_geopandas", "fast", "out", CODE),
            "SedonaDB": peer("job2_sedonadb", "out", CODE),
            "DuckDB spatial": peer("job2_duckdb", "out", CODE),
        }
    return dict(list(found.items())[:2]) if quick else found


def warm_lintan(binary, job):
    """The second nightly run: nothing changed."""
    return timed(lintan(binary, f"job{job}"), "out/warm.log")


def run(binary, job, runs, quick):
    entries = contenders(binary, job, quick)
    times = {name: [] for name in entries}
    memory = {name: [] for name in entries}
    for turn in range(runs):
        for name, command in entries.items():
            if name == "LinTan":
                shutil.rmtree(f"out/work-job{job}", ignore_errors=True)
            try:
                seconds, peak = timed(command, f"out/log-{job}.txt")
            except Failed as failure:
                if name == "LinTan":
                    raise SystemExit(f"failed: {failure}")
                print(f"  job {job}, run {turn + 1}: {name} failed", flush=True)
                continue
            times[name].append(seconds)
            memory[name].append(peak)
            print(f"  job {job}, run {turn + 1}: {name} {seconds:.2f} s", flush=True)
            if name == "DuckDB spatial" and job == 1:
                shutil.copy("out/plots.csv", "out/plots-duckdb.csv")
                shutil.copy("out/villages.csv", "out/villages-duckdb.csv")
            if name == "shapely, expert" and job == 2:
                shutil.copy("out/villages2.csv", "out/villages2-shapely.csv")
    own = statistics.median(times["LinTan"])
    own_memory = statistics.median(memory["LinTan"])
    print(f"\nJob {job}: medians of {runs} interleaved runs, 100 100 小班")
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


def check_job1():
    """Against DuckDB, by village.

    LinTan takes a stocked 小班 without an earlier volume as unknown, not as zero, so carbon and
    growth are compared on the 小班 that have both volumes; areas on all.
    """
    connection = sqlite3.connect(stage("job1", "rank", "candidates.sqlite"))
    rows = connection.execute(
        "SELECT village, passing_ha, stock_tc, increment_tco2e_yr FROM candidate").fetchall()
    theirs = {}
    for plot in csv.DictReader(open("out/plots-duckdb.csv")):
        sums = theirs.setdefault(plot["CUN"], [0.0, 0.0, 0.0])
        sums[0] += float(plot["ha"])
        if float(plot["c1"]) > 0 and float(plot["c2"]) > 0:
            sums[1] += float(plot["c2"])
            sums[2] += float(plot["co2a"])
    print("Job 1 sums: LinTan, DuckDB")
    for place, what in enumerate(["forest, ha", "stock of measured 小班, tC", "growth, tCO2e/yr"]):
        compare(what, {r[0]: r[1 + place] for r in rows},
                {k: v[place] for k, v in theirs.items()}, 1e-9)


def check_job2():
    """Against shapely, by village: repaired areas, areas outside exclusion zones.

    The other programs lay tenure over what the exclusion zones leave; LinTan judges the title of
    the whole 小班. Pairs are therefore checked against shapely on whole 小班.
    """
    connection = sqlite3.connect(stage("job2", "tenure", "tenure.sqlite"))
    connection.execute("ATTACH ? AS i", (stage("job2", "ingest", "inventory.gpkg"),))
    forest = "s.survey = 2023 AND s.land_class_code = '0111'"
    rows = connection.execute(
        f"""SELECT village, sum(area_ha), sum(area_ha * (1 - excluded_share))
        FROM i.subcompartment s JOIN burden b ON b.subcompartment = s.fid
        WHERE {forest} GROUP BY village""").fetchall()
    theirs = {r["CUN"]: r for r in csv.DictReader(open("out/villages2-shapely.csv"))}
    print("Job 2 sums: LinTan, shapely")
    compare("forest after repair, ha", {r[0]: r[1] for r in rows},
            {k: float(v["ha"]) for k, v in theirs.items()}, 1e-6)
    compare("outside exclusion zones, ha", {r[0]: r[2] for r in rows},
            {k: float(v["eha"]) for k, v in theirs.items()}, 1e-5)
    pairs, area = connection.execute(
        f"""SELECT count(*), sum(c.area_ha) FROM claim c
        JOIN i.subcompartment s ON s.fid = c.subcompartment
        WHERE {forest} AND c.area_ha >= 0.0001""").fetchone()
    reference = json.load(open(reference_pairs()))
    print(f"  pairs of at least 1 m², whole 小班: {pairs} of {area:,.2f} ha; "
          f"shapely {reference['pairs']} of {reference['ha']:,.2f} ha")
    assert abs(area - reference["ha"]) <= 1e-5 * reference["ha"]
    assert abs(pairs - reference["pairs"]) <= 1e-4 * reference["pairs"]


def reference_pairs():
    """Pairs of forest 小班 and parcels by shapely, computed once for the data."""
    path = "out/reference-pairs.json"
    if not os.path.exists(path):
        import numpy, pyogrio, shapely
        from shapely import STRtree

        def valid(shapes):
            bad = ~shapely.is_valid(shapes)
            shapes[bad] = shapely.make_valid(shapes[bad], method="structure", keep_collapsed=False)
            return shapes

        plots = pyogrio.read_dataframe(f"data/xb_{CODE}.shp", columns=["DI_LEI"])
        plots = plots[plots.DI_LEI == "0111"].geometry.values.to_numpy().copy()
        parcels = pyogrio.read_dataframe(f"data/lq_{CODE}.shp", columns=[])
        plots, parcels = valid(plots), valid(parcels.geometry.values.to_numpy().copy())
        a, b = STRtree(parcels).query(plots, predicate="intersects")
        shapely.prepare(parcels)
        covered = shapely.covers(parcels[b], plots[a])
        area = numpy.empty(len(a))
        area[covered] = shapely.area(plots[a[covered]])
        area[~covered] = shapely.area(shapely.intersection(plots[a[~covered]], parcels[b[~covered]]))
        area = area[area >= 1]
        json.dump({"pairs": len(area), "ha": float(area.sum() / 1e4)}, open(path, "w"))
    return path


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--lintan", required=True)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    arguments.add_argument("--quick", action="store_true", help="only the fastest other program")
    options = arguments.parse_args()
    for job in options.jobs:
        run(options.lintan, job, options.runs if job == 1 else 1, options.quick)
        check_job1() if job == 1 else check_job2()


if __name__ == "__main__":
    main()
