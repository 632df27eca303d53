#ifndef LINTAN_CGDAL_SHIM_H
#define LINTAN_CGDAL_SHIM_H

/* Debian keeps the headers one folder down; other systems do not. */
#if __has_include(<gdal/gdal.h>)
#include <gdal/cpl_conv.h>
#include <gdal/cpl_error.h>
#include <gdal/cpl_string.h>
#include <gdal/cpl_vsi.h>
#include <gdal/gdal.h>
#include <gdal/gdal_utils.h>
#include <gdal/ogr_api.h>
#include <gdal/ogr_srs_api.h>
#else
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <gdal_utils.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#endif

/* The C library's own converter, for building the GB 18030 tables once. */
#include <iconv.h>

/* How the C library's memory is managed. */
#include <malloc.h>

#endif
