/// A window of a lattice of six-sided cells with moved corners and wobbly sides, the ground plan
/// of everything: every border of every layer runs along its sides.
///
/// Cells are numbered row by row from the south-west. Sides are numbered counterclockwise from
/// the east; each joins a "north" corner of one cell with a "south" corner of another, and its
/// points are computed from that pair alone, so both neighbours get the same ones. A side is the
/// graph of a function over the straight line between its corners, within the lens that the
/// two adjoining cells leave it: sides cannot meet except in corners.
struct CellLattice: Sendable {
  /// From the centre of a regular cell to its corners, m.
  let radius: Double
  let columns: Int
  let rows: Int
  /// Position of the window's middle: easting with zone prefix and northing, m.
  let origin: Point
  /// Line pieces of a side, about.
  let edgePoints: Int
  private let corners: Noise
  private let sides: Noise
  private let warps: Noise

  struct Point: Sendable, Equatable {
    var x: Double
    var y: Double
  }

  init(
    cellArea: Double, columns: Int, rows: Int, origin: Point, edgePoints: Int, noise: Noise
  ) {
    // Area of a regular hexagon is 3√3/2 times the square of its radius.
    radius = (cellArea * 2 / (3 * CellLattice.root3)).squareRoot()
    self.columns = columns
    self.rows = rows
    self.origin = origin
    self.edgePoints = max(edgePoints, 1)
    corners = noise.keyed(1)
    sides = noise.keyed(2)
    warps = noise.keyed(3)
  }

  private static let root3 = 3.0.squareRoot()

  var count: Int { columns * rows }

  /// The neighbour of a cell across side 0 to 5; the caller stays off the window's margin.
  @inline(__always)
  func neighbour(_ cell: Int, _ side: Int) -> Int {
    let odd = (cell / columns) & 1
    switch side {
    case 0: return cell + 1
    case 1: return cell + columns + odd
    case 2: return cell + columns - 1 + odd
    case 3: return cell - 1
    case 4: return cell - columns - 1 + odd
    default: return cell - columns + odd
    }
  }

  func isMargin(_ cell: Int) -> Bool {
    let row = cell / columns
    let column = cell % columns
    return row < 2 || column < 2 || row >= rows - 2 || column >= columns - 2
  }

  /// Centre of the regular cell, m.
  @inline(__always)
  func centre(_ cell: Int) -> Point {
    let row = cell / columns
    let column = cell % columns
    let x = Double(column - columns / 2) + (row & 1 == 1 ? 0.5 : 0)
    return Point(
      x: origin.x + CellLattice.root3 * radius * x,
      y: origin.y + 1.5 * radius * Double(row - rows / 2))
  }

  /// The moved north (`up` = 1) or south (`up` = -1) corner of a cell.
  @inline(__always)
  private func corner(_ cell: Int, up: Int) -> Point {
    let regular = centre(cell)
    // Up to 0.21 of the radius each way leaves room between a side and the lines from its ends to
    // the centres beside it. The slow warp bends rows of cells, which would look like a honeycomb,
    // and is gentle enough to leave that room.
    let y = regular.y + Double(up) * radius
    let u = (regular.x - origin.x) / (8 * radius)
    let v = (y - origin.y) / (8 * radius)
    let bentX = 0.9 * warps.smooth(u, v) + 0.21 * corners.signed(cell, up, 1)
    let bentY = 0.9 * warps.smooth(u + 1_000, v) + 0.21 * corners.signed(cell, up, 2)
    return Point(
      x: CellLattice.millimetre(regular.x + bentX * radius),
      y: CellLattice.millimetre(y + bentY * radius))
  }

  @inline(__always)
  static func millimetre(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  /// Appends the points of a side as they follow when the cell lies to the left, without the last,
  /// which is the first of the next side. With `every` = 2 only each second inner point is given.
  func appendSide(_ side: Int, of cell: Int, every: Int = 1, to points: inout [Point]) {
    let north: Int
    let south: Int
    switch side {
    case 0: (north, south) = (neighbour(cell, 5), neighbour(cell, 1))
    case 1: (north, south) = (cell, neighbour(cell, 1))
    case 2: (north, south) = (cell, neighbour(cell, 2))
    case 3: (north, south) = (neighbour(cell, 4), neighbour(cell, 2))
    case 4: (north, south) = (neighbour(cell, 4), cell)
    default: (north, south) = (neighbour(cell, 5), cell)
    }
    let forward = side & 1 == 0
    let from = corner(north, up: 1)
    let to = corner(south, up: -1)
    points.append(forward ? from : to)
    let spread = max(edgePoints / 2, 1)
    let pieces = max(edgePoints - spread / 2 + sides.below(spread, north, south, 3), 1)
    let bend = sides.signed(north, south, 4) * 0.20
    var step = forward ? 1 : pieces - 1
    while step > 0 && step < pieces {
      if step % every == 0 || pieces == 1 {
        points.append(inner(step, of: pieces, north, south, from, to, bend))
      }
      step += forward ? 1 : -1
    }
  }

  @inline(__always)
  private func inner(
    _ step: Int, of pieces: Int, _ north: Int, _ south: Int, _ from: Point, _ to: Point,
    _ bend: Double
  ) -> Point {
    let t = (Double(step) + sides.signed(north, south, 100 + step) * 0.22) / Double(pieces)
    let knot = t * 3
    let k = Int(knot)
    let slow =
      sides.signed(north, south, 10 + k) * (1 - (knot - Double(k)))
      + sides.signed(north, south, 11 + k) * (knot - Double(k))
    let quick = sides.signed(north, south, 10_000 + step)
    let offset = min(t, 1 - t) * (bend + slow * 0.16 + quick * 0.07)
    let dx = to.x - from.x
    let dy = to.y - from.y
    return Point(
      x: CellLattice.millimetre(from.x + dx * t - dy * offset),
      y: CellLattice.millimetre(from.y + dy * t + dx * offset))
  }
}
