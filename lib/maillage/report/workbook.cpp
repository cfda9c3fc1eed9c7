#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <clocale>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <new>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <maillage/base/clean_text.hpp>
#include <maillage/base/error.hpp>
#include <maillage/base/text.hpp>
#include <maillage/report/packed.hpp>
#include <maillage/report/workbook.hpp>

// libxlsxwriter keeps what is done in temporary files, out of sight, and never looks whether they
// were written: on a full disk it makes a workbook with rows missing and calls it a success. So
// what it packed is unpacked again, and its cells counted.
namespace maillage::report {

namespace {

/// Excel takes 32,767; a block that the disk lost never lies within one cell.
constexpr std::size_t longest_text = 3'000;
constexpr lxw_color_t blue = 0x0072B2, soft_ink = 0x555555;
constexpr std::size_t styles = 10;

/// The library prints numbers by the locale of whoever called us.
class NumbersWithPoint {
  public:
    NumbersWithPoint()
        : ours_(newlocale(LC_NUMERIC_MASK, "C", nullptr)), theirs_(uselocale(ours_)) {}
    NumbersWithPoint(const NumbersWithPoint&) = delete;
    NumbersWithPoint& operator=(const NumbersWithPoint&) = delete;
    ~NumbersWithPoint() {
        uselocale(theirs_);
        freelocale(ours_);
    }

  private:
    locale_t ours_, theirs_;
};

[[noreturn]] void fail(std::string_view why) {
    std::error_code none;
    const std::string folder = std::filesystem::temp_directory_path(none).string();
    throw base::OutputError({"S022", {std::string(why)}, {base::printable(folder)}});
}

/// Spreadsheets read `_x0041_` in a cell as the letter of that number.
std::string without_codes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        bool is_code = rest.size() >= 7 && rest.starts_with("_x") && rest[6] == '_';
        for (std::size_t digit = 2; is_code && digit < 6; ++digit)
            is_code = std::isxdigit(static_cast<unsigned char>(rest[digit])) != 0;
        if (is_code) out += "_x005F";
        out += text[i];
    }
    return out;
}

/// What is written to a file without a name, all of it.
std::string whole(int file) {
    const off_t size = lseek(file, 0, SEEK_END);
    std::string bytes(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t read =
            pread(file, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (read < 0 && errno == EINTR) continue;
        if (read <= 0) fail("pread");
        at += static_cast<std::size_t>(read);
    }
    return bytes;
}

void make_style(lxw_format* format, CellStyle style) {
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    const bool is_head = style == CellStyle::head || style == CellStyle::right_head;
    if (style == CellStyle::title) format_set_font_size(format, 16);
    if (style == CellStyle::title || style == CellStyle::strong || style == CellStyle::heading ||
        is_head)
        format_set_bold(format);
    if (style == CellStyle::heading) format_set_font_color(format, blue);
    if (style == CellStyle::soft) format_set_font_color(format, soft_ink);
    if (style == CellStyle::key) format_set_indent(format, 2);
    if (is_head) format_set_bottom(format, LXW_BORDER_THIN);
    if (style == CellStyle::right || style == CellStyle::right_head)
        format_set_align(format, LXW_ALIGN_RIGHT);
    if (style == CellStyle::wrapped || style == CellStyle::soft || style == CellStyle::strong)
        format_set_text_wrap(format);
}

}  // namespace

struct Workbook::Parts {
    NumbersWithPoint numbers;
    int file = memfd_create("workbook", MFD_CLOEXEC);
    std::size_t cells = 0;  ///< Written so far.
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    std::array<lxw_format*, styles> formats{};

    Parts() {
        if (file < 0) fail("memfd_create");
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() {
        if (book != nullptr) lxw_workbook_free(book);
        if (file >= 0) close(file);
    }

    [[nodiscard]] lxw_format* format(CellStyle style) const {
        return formats[static_cast<std::size_t>(style)];
    }
    static void check(lxw_error error) {
        if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
    }
};

Workbook::Workbook(std::optional<base::Day> created) : parts_(std::make_unique<Parts>()) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    const std::string name = "/proc/self/fd/" + std::to_string(parts_->file);
    parts_->book = workbook_new_opt(name.c_str(), &options);
    if (parts_->book == nullptr) throw std::bad_alloc();
    constexpr std::time_t beginning = 315'532'800;  // 1980-01-01, where ZIP begins to count.
    lxw_doc_properties properties{};
    // For 0 the library would ask the clock.
    properties.created =
        std::max(beginning, static_cast<std::time_t>(created.value_or(0)) * 86'400);
    Parts::check(workbook_set_properties(parts_->book, &properties));
    for (std::size_t i = 0; i < styles; ++i) {
        parts_->formats[i] = workbook_add_format(parts_->book);
        make_style(parts_->formats[i], static_cast<CellStyle>(i));
    }
}

Workbook::~Workbook() = default;

void Workbook::add_sheet(std::string_view name, Paper paper, std::initializer_list<double> widths) {
    constexpr std::uint8_t a4 = 9;
    parts_->sheet = workbook_add_worksheet(parts_->book, std::string(name).c_str());
    if (parts_->sheet == nullptr) fail(name);
    lxw_col_t column = 0;
    for (const double width : widths) {
        Parts::check(worksheet_set_column(parts_->sheet, column, column, width, nullptr));
        ++column;
    }
    worksheet_set_paper(parts_->sheet, a4);
    if (paper == Paper::landscape) worksheet_set_landscape(parts_->sheet);
    worksheet_fit_to_pages(parts_->sheet, 1, 0);
    // Years, and figures in the words of people, are texts on purpose.
    Parts::check(
        worksheet_ignore_errors(parts_->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

void Workbook::text(std::size_t row, std::size_t column, std::string_view text, CellStyle style) {
    const std::string clean = without_codes(base::cut_utf8(base::clean_text(text), longest_text));
    if (clean.empty()) return;
    ++parts_->cells;
    Parts::check(worksheet_write_string(parts_->sheet, static_cast<lxw_row_t>(row),
                                        static_cast<lxw_col_t>(column), clean.c_str(),
                                        parts_->format(style)));
}

void Workbook::number(std::size_t row, std::size_t column, double value, CellStyle style) {
    if (!std::isfinite(value)) return;
    ++parts_->cells;
    Parts::check(worksheet_write_number(parts_->sheet, static_cast<lxw_row_t>(row),
                                        static_cast<lxw_col_t>(column), value,
                                        parts_->format(style)));
}

void Workbook::freeze(std::size_t rows, std::size_t columns) {
    worksheet_freeze_panes(parts_->sheet, static_cast<lxw_row_t>(rows),
                           static_cast<lxw_col_t>(columns));
    if (rows > 0)
        Parts::check(worksheet_repeat_rows(parts_->sheet, 0, static_cast<lxw_row_t>(rows - 1)));
}

void Workbook::filter(std::size_t head, std::size_t last_row, std::size_t last_column) {
    Parts::check(worksheet_autofilter(parts_->sheet, static_cast<lxw_row_t>(head), 0,
                                      static_cast<lxw_row_t>(last_row),
                                      static_cast<lxw_col_t>(last_column)));
}

void Workbook::break_pages(const std::vector<std::size_t>& rows) {
    if (rows.empty()) return;
    std::vector<lxw_row_t> breaks(rows.begin(), rows.end());
    breaks.push_back(0);  // ends the list
    Parts::check(worksheet_set_h_pagebreaks(parts_->sheet, breaks.data()));
}

std::string Workbook::bytes() && {
    // Closing frees the workbook, whatever comes of it.
    Parts::check(workbook_close(std::exchange(parts_->book, nullptr)));
    std::string bytes = whole(parts_->file);
    const auto files = look_into(bytes);
    std::size_t cells = 0;
    bool is_whole = files.has_value();
    for (const PackedFile& file : files.value_or(std::vector<PackedFile>{})) {
        cells += file.cells;
        is_whole = is_whole && file.is_ended;
    }
    if (!is_whole || cells != parts_->cells)
        fail(std::to_string(cells) + " / " + std::to_string(parts_->cells));
    return bytes;
}

}  // namespace maillage::report
