#ifndef LINTAN_CSQLITE_SHIM_H
#define LINTAN_CSQLITE_SHIM_H

#include <sqlite3.h>

/* The destructor constants are casts, which Swift does not import. */
static inline int lintan_bind_text(sqlite3_stmt *statement, int index, const char *text, int bytes) {
  return sqlite3_bind_text(statement, index, text, bytes, SQLITE_TRANSIENT);
}

static inline int lintan_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/* For values that outlive the step: no copy is made. */
static inline int lintan_bind_static_text(sqlite3_stmt *statement, int index, const char *text, int bytes) {
  return sqlite3_bind_text(statement, index, text, bytes, SQLITE_STATIC);
}

static inline int lintan_bind_static_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_STATIC);
}

/* Results of a virtual table whose cells stay where they are as long as the connection. */
static inline void lintan_result_static_text(sqlite3_context *context, const char *text, int bytes) {
  sqlite3_result_text(context, text, bytes, SQLITE_STATIC);
}

static inline void lintan_result_static_blob(sqlite3_context *context, const void *bytes, int count) {
  sqlite3_result_blob(context, bytes, count, SQLITE_STATIC);
}

/* Variadic functions are not imported either. */
static inline char *lintan_copied(const char *text) {
  return sqlite3_mprintf("%s", text);
}

/* Of the C library, which shows it to GNU sources only: starts to bring a part of a file to the disk
   and does not wait for it (SYNC_FILE_RANGE_WRITE). */
extern int sync_file_range(int file, long long start, long long count, unsigned int flags);

static inline void lintan_start_writing(int file, long long start, long long count) {
  sync_file_range(file, start, count, 2);
}

#endif
