#include <maillage/formats/members.hpp>

namespace maillage::formats {

using model::ActorId;

namespace {

void read_attendance(Loading& loading) {
    TableReader table(loading, Table::attendance);
    const Slot event = table.slot("event"), actor = table.slot("actor"), role = table.slot("role"),
               sphere = table.slot("sphere"), headcount = table.slot("headcount");
    constexpr std::uint32_t unsaid = 15;
    std::vector<MemberRow> rows;
    while (table.next()) {
        if (!table.accept()) continue;
        model::Attendee attendee;
        attendee.actor = table.reference<ActorId>(actor);
        attendee.roles = table.word(role, model::AttendanceRole::participant);
        if (table[sphere].known)
            attendee.spheres = static_cast<model::Sphere>(table[sphere].word.index);
        if (const auto persons = table.number(headcount))
            attendee.headcount = static_cast<std::uint32_t>(std::min(*persons, 4e9));
        loading.draft.events.members.push_back({table[event].index, attendee});
        // A town hall may come as elected people and as staff: that is no repetition.
        const std::uint32_t as = table[sphere].known ? table[sphere].word.index : unsaid;
        rows.push_back({table[event].index, attendee.actor.index, 16U * attendee.roles.bits + as,
                        table.line()});
    }
    report_repeated(loading, Table::attendance, std::move(rows),
                    [&](std::uint32_t row) { return loading.draft.events.rows[row].row.id; });
}

}  // namespace

void read_events(Loading& loading) {
    {
        TableReader table(loading, Table::events);
        RelationSlots slots(table);
        slots.start = table.slot("date");
        const Slot convenor = table.slot("convenor"), format = table.slot("format");
        while (table.next()) {
            if (!table.accept()) continue;
            auto& event = loading.draft.events.rows.emplace_back();
            fill_relation(event, loading, table, Table::events, slots);
            event.row.convenor = table.reference<ActorId>(convenor);
            event.row.format = table.keep(format);
        }
    }
    read_attendance(loading);
}

}  // namespace maillage::formats
