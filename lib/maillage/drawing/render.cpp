#include <charconv>
#include <cmath>
#include <memory>
#include <mutex>
#include <string_view>

#include <gvc.h>

#include <maillage/base/clean_text.hpp>
#include <maillage/base/error.hpp>
#include <maillage/drawing/dot_writer.hpp>
#include <maillage/drawing/render.hpp>

namespace maillage::drawing {

namespace {

constexpr int png_resolution = 150;

/// Graphviz speaks through a function of the process. Warnings say that a text is wider than the
/// item that carries it, which is how we align; errors are failures.
thread_local std::string graphviz_error;

int keep_error(char* text) {
    const std::string_view said(text);
    if (said.starts_with("Error")) graphviz_error = said;
    return 0;
}

[[noreturn]] void refuse() {
    throw base::LimitError({"S020", {graphviz_error}, {}});
}

/// One layout and one rendering; every call of Graphviz of the process happens here. One context
/// serves them all: the plugin that measures text keeps a font name of the last one it saw, and
/// would read it after that context is gone.
std::string rendered(const std::string& dot, const char* format) {
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    const auto free_context = [](GVC_t* c) { gvFreeContext(c); };
    const auto free_graph = [](Agraph_t* g) { agclose(g); };
    const auto free_data = [](char* bytes) { gvFreeRenderData(bytes); };
    graphviz_error.clear();
    agseterrf(keep_error);
    static const std::unique_ptr<GVC_t, decltype(free_context)> context(gvContext(), free_context);
    const std::unique_ptr<Agraph_t, decltype(free_graph)> graph(agmemread(dot.c_str()), free_graph);
    if (!graph) refuse();
    const bool placed = gvLayout(context.get(), graph.get(), "nop2") == 0;
    char* bytes = nullptr;
    unsigned length = 0;
    const bool drawn =
        placed && gvRenderData(context.get(), graph.get(), format, &bytes, &length) == 0;
    const std::unique_ptr<char, decltype(free_data)> owner(bytes, free_data);
    std::string result(bytes == nullptr ? "" : bytes, bytes == nullptr ? 0 : length);
    if (placed) gvFreeLayout(context.get(), graph.get());
    if (!drawn || !graphviz_error.empty()) refuse();
    return result;
}

/// The title of the item named in a `<title>` of Graphviz; empty for anything else.
std::string title_of(const Drawing& drawing, std::string_view name) {
    std::size_t index = 0;
    if (name.size() < 2 || name[0] != 'n') return {};
    const auto read = std::from_chars(name.data() + 1, name.data() + name.size(), index);
    const bool is_item = read.ptr == name.data() + name.size() && index < drawing.items.size();
    return is_item ? drawing.items[index].title : std::string();
}

/// Graphviz titles nodes and edges by their names in DOT: ours replace them, or none does.
std::string with_our_titles(const Drawing& drawing, std::string_view svg) {
    constexpr std::string_view open = "<title>", close = "</title>\n";
    std::string result;
    for (std::size_t at = svg.find(open); at != svg.npos; at = svg.find(open)) {
        result.append(svg.substr(0, at));
        svg.remove_prefix(at + open.size());
        const std::size_t end = svg.find(close);
        const std::string title = title_of(drawing, svg.substr(0, end));
        if (!title.empty()) result.append(open).append(base::escaped_xml(title)).append(close);
        svg.remove_prefix(end + close.size());
    }
    return result.append(svg);
}

/// Pango names the bold face as a family of its own, which no browser has.
std::string with_known_fonts(const std::string& svg) {
    constexpr std::string_view family = "font-family=\"DejaVu Sans";
    constexpr std::string_view bold = " Bold\"";
    std::string result;
    std::string_view rest = svg;
    for (std::size_t at = rest.find(family); at != rest.npos; at = rest.find(family)) {
        result.append(rest.substr(0, at + family.size())).append(", Verdana, sans-serif\"");
        rest.remove_prefix(at + family.size());
        const bool is_bold = rest.starts_with(bold);
        if (is_bold) result.append(" font-weight=\"bold\"");
        rest.remove_prefix(is_bold ? bold.size() : 1);
    }
    return result.append(rest);
}

std::string millimetres(double points) {
    return std::to_string(std::lround(points / 72 * 25.4)) + "mm";
}

std::string finished_svg(const Drawing& drawing, std::string_view svg) {
    const std::size_t opening = svg.find("<svg "), box = svg.find("viewBox=", opening);
    const std::size_t end = svg.find('>', box);
    std::string result = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg width=\"";
    result.append(millimetres(drawing.width)).append("\" height=\"");
    result.append(millimetres(drawing.height)).append("\"\n ");
    result.append(svg.substr(box, end + 1 - box)).append("\n<title>");
    result.append(base::escaped_xml(drawing.title)).append("</title>\n<desc>");
    result.append(base::escaped_xml(drawing.description)).append("</desc>");
    return result.append(with_known_fonts(with_our_titles(drawing, svg.substr(end + 1))));
}

std::size_t number_at(std::string_view text, std::size_t at) {
    std::size_t value = 0;
    std::from_chars(text.data() + at, text.data() + text.size(), value);
    return value;
}

/// The table of objects of a PDF after what stands behind `from` moved towards the beginning.
void move_objects(std::string& pdf, std::size_t from, std::size_t by) {
    const std::size_t table = pdf.rfind("\nxref\n"), end = pdf.rfind("startxref\n");
    if (table == pdf.npos || end == pdf.npos) return;
    constexpr std::size_t entry = 20, digits = 10;
    const std::size_t first = pdf.find('\n', table + 6) + 1;  // Below "xref" and the count.
    for (std::size_t at = first; at + entry <= end && pdf[at + digits] == ' '; at += entry) {
        const std::size_t offset = number_at(pdf, at);
        if (offset <= from) continue;
        const std::string moved = std::to_string(offset - by);
        pdf.replace(at, digits, std::string(digits - moved.size(), '0') + moved);
    }
    const std::size_t number = end + std::string_view("startxref\n").size();
    const std::size_t offset = number_at(pdf, number);
    pdf.replace(number, std::to_string(offset).size(), std::to_string(offset - by));
}

/// Cairo writes the clock into every PDF, with the time zone unless it is that of Greenwich.
std::string with_fixed_date(std::string pdf) {
    constexpr std::string_view key = "/CreationDate (D:", date = "20000101000000Z";
    const std::size_t at = pdf.find(key);
    if (at == pdf.npos) return pdf;
    const std::size_t begin = at + key.size(), end = pdf.find(')', begin);
    pdf.replace(begin, end - begin, date);
    if (end - begin > date.size()) move_objects(pdf, begin, end - begin - date.size());
    return pdf;
}

}  // namespace

std::string render(const Drawing& drawing, MapFormat format) {
    switch (format) {
        case MapFormat::dot:
            return write_dot(drawing);
        case MapFormat::pdf:
            return with_fixed_date(rendered(write_dot(drawing), "pdf"));
        case MapFormat::png:
            return rendered(write_dot(drawing, png_resolution), "png");
        case MapFormat::svg:
            break;
    }
    return finished_svg(drawing, rendered(write_dot(drawing), "svg"));
}

}  // namespace maillage::drawing
