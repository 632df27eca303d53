internal import CSQLite

/// What SQLite holds of a table or cursor of ours: its own part, which it expects to come first, and
/// the object behind it.
struct ModuleHandle<Base, Object: AnyObject> {
  private var base: Base
  private var object: Unmanaged<Object>

  /// A handle that keeps the object until it is released.
  static func make(_ base: Base, for object: Object) -> UnsafeMutablePointer<Base> {
    let handle = UnsafeMutablePointer<Self>.allocate(capacity: 1)
    handle.initialize(to: Self(base: base, object: .passRetained(object)))
    return UnsafeMutableRawPointer(handle).assumingMemoryBound(to: Base.self)
  }

  static func object(of handle: UnsafeMutablePointer<Base>?) -> Object? {
    handle.map {
      UnsafeRawPointer($0).assumingMemoryBound(to: Self.self).pointee.object.takeUnretainedValue()
    }
  }

  static func release(_ handle: UnsafeMutablePointer<Base>?) -> Int32 {
    guard let handle else { return SQLITE_OK }
    let own = UnsafeMutableRawPointer(handle).assumingMemoryBound(to: Self.self)
    own.pointee.object.release()
    own.deinitialize(count: 1)
    own.deallocate()
    return SQLITE_OK
  }
}
