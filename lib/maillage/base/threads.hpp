#pragma once

#include <cstddef>
#include <functional>

namespace maillage::base {

/// Runs `task(0)` ... `task(count - 1)`, each once, on `threads` threads (0: as many as cores).
/// Results must be written to places of their own and folded in index order by the caller, so that
/// digits do not depend on the number of threads. The first exception, by index, is rethrown.
void parallel_for(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t)>& task);

}  // namespace maillage::base
