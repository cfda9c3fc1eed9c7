#pragma once

// Everything a user of the library needs.
#include <maillage/base/error.hpp>
#include <maillage/base/version.hpp>
#include <maillage/formats/load.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/model/dataset.hpp>
#include <maillage/privacy/naming.hpp>
