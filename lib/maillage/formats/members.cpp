#include <tuple>

#include <maillage/base/message.hpp>
#include <maillage/formats/members.hpp>

namespace maillage::formats {

void report_repeated(Loading& loading, Table table, std::vector<MemberRow> rows,
                     const std::function<std::string_view(std::uint32_t)>& id_of) {
    std::ranges::sort(rows, {}, [](const MemberRow& row) {
        return std::tuple(row.relation, row.actor, row.same, row.line);
    });
    for (std::size_t i = 1, first = 0; i < rows.size(); ++i) {
        const bool same = rows[i].relation == rows[first].relation &&
                          rows[i].actor == rows[first].actor && rows[i].same == rows[first].same;
        if (!same) {
            first = i;
            continue;
        }
        loading.issues.add(
            {base::Severity::warning,
             {"W401",
              {base::excerpt_of(loading.draft.actors[rows[i].actor].id),
               base::excerpt_of(id_of(rows[i].relation)), std::to_string(rows[first].line)},
              {}},
             loading.file(table).filename().string(),
             {},
             rows[i].line,
             0,
             {}});
    }
}

}  // namespace maillage::formats
