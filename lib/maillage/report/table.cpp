#include <maillage/report/writers.hpp>

namespace maillage::report {

std::string write_table(const Document& document, const Options& options) {
    return write_csv(document, options);
}
std::string write_markdown(const Document& document, const Options& options) {
    return write_csv(document, options);
}

}  // namespace maillage::report
