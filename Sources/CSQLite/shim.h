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

#endif
