#!/usr/bin/env python3
"""Sums of job 2 by shapely for several counties, with what crosses county lines.

  reference.py FOLDER OUTPUT.json
"""
import glob, json, sys
import numpy, pyogrio, shapely
from shapely import STRtree

FOLDER, OUTPUT = sys.argv[1:3]


def valid(shapes):
    shapes = shapes.copy()
    bad = ~shapely.is_valid(shapes)
    shapes[bad] = shapely.make_valid(shapes[bad], method="structure", keep_collapsed=False)
    return shapes


def layer(name):
    files = sorted(glob.glob(f"{FOLDER}/{name}_*.shp"))
    shapes = [pyogrio.read_dataframe(file, columns=[]).geometry.values for file in files]
    return valid(numpy.concatenate([numpy.asarray(one) for one in shapes]))


def outside(plots, zones, tree):
    """What the zones leave of the plots."""
    plot, zone = tree.query(plots, predicate="intersects")
    covered = shapely.covers(zones[zone], plots[plot])
    kept = numpy.ones(len(plots), bool)
    kept[plot[covered]] = False
    cutting = {}
    for one, other in zip(plot[~covered].tolist(), zone[~covered].tolist()):
        if kept[one]:
            cutting.setdefault(one, []).append(other)
    for one, others in cutting.items():
        plots[one] = shapely.difference(plots[one], shapely.union_all(zones[others]))
    plots = plots[kept]
    return plots[shapely.area(plots) > 0]


def pieces(plots, parcels, tree):
    """Areas of the pieces of more than 1 m² that parcels have of the plots."""
    plot, parcel = tree.query(plots, predicate="intersects")
    covered = shapely.covers(parcels[parcel], plots[plot])
    area = numpy.empty(len(plot))
    area[covered] = shapely.area(plots[plot[covered]])
    rest = ~covered
    area[rest] = shapely.area(shapely.intersection(plots[plot[rest]], parcels[parcel[rest]]))
    return area[area > 1]


def main():
    zones, parcels = layer("bhd"), layer("lq")
    zone_tree, parcel_tree = STRtree(zones), STRtree(parcels)
    shapely.prepare(zones)
    shapely.prepare(parcels)
    sums = {"ha": 0.0, "eligible": 0.0, "titled": 0.0, "pairs": 0}
    for file in sorted(glob.glob(f"{FOLDER}/xb_*.shp")):
        table = pyogrio.read_dataframe(file, columns=["DI_LEI"])
        plots = valid(table[table.DI_LEI == "0111"].geometry.values.to_numpy())
        sums["ha"] += float(shapely.area(plots).sum() / 1e4)
        plots = outside(plots, zones, zone_tree)
        sums["eligible"] += float(shapely.area(plots).sum() / 1e4)
        areas = pieces(plots, parcels, parcel_tree)
        sums["titled"] += float(areas.sum() / 1e4)
        sums["pairs"] += len(areas)
        print(file, sums, flush=True)
    json.dump(sums, open(OUTPUT, "w"))


if __name__ == "__main__":
    main()
