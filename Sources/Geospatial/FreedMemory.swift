internal import CGDAL

/// What becomes of memory that is no longer used.
public enum FreedMemory {
  /// Keeps it for what is needed next, where the C library would give the end of it back to the
  /// system each time. Buffers of megabytes come and go with every run of rows; to have the system
  /// hand out and clear their pages anew costs more than the work on many of them.
  ///
  /// The process never uses more memory for it than it did at its peak, but it keeps that.
  public static func keep() {
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, 512 << 20)
    mallopt(M_TOP_PAD, 4 << 20)
  }
}
