#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include <maillage/base/clean_text.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/drawing/meetings.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/words.hpp>
#include <maillage/metrics/attendance.hpp>
#include <maillage/privacy/citizens.hpp>

namespace maillage::drawing {

namespace {

using base::Language;
using metrics::Scope;

constexpr std::array<base::Words, 12> months{{{"janv.", "Jan"},
                                              {"févr.", "Feb"},
                                              {"mars", "Mar"},
                                              {"avr.", "Apr"},
                                              {"mai", "May"},
                                              {"juin", "Jun"},
                                              {"juil.", "Jul"},
                                              {"août", "Aug"},
                                              {"sept.", "Sep"},
                                              {"oct.", "Oct"},
                                              {"nov.", "Nov"},
                                              {"déc.", "Dec"}}};
constexpr base::Words no_date{"sans date", "undated"};
const Phrase meetings_of{{"{0} rencontre", "{0} meeting"}, {"{0} rencontres", "{0} meetings"}};
const Phrase who_came{{"{0} acteur y est venu", "{0} actor came"},
                      {"{0} acteurs y sont venus", "{0} actors came"}};
constexpr std::array<base::Words, 3> classes{
    {{"1 fois", "1 time"}, {"2–4 fois", "2–4 times"}, {"5+ fois", "5+ times"}}};
constexpr base::Words never{"jamais", "never"};

/// Tickets of names are no wider than this, in points of A4.
constexpr double widest_label = 62;

std::size_t class_of(std::uint32_t times) {
    return times < 2 ? 0 : times < 5 ? 1 : 2;
}

/// A name without its digits: "Comité 3" and "Comité 4" are one series.
std::string series_key(std::string_view name) {
    std::string key = base::comparison_key(name);
    std::erase_if(key, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
    return key;
}

std::string month_of(const base::Date& date, Language language) {
    const std::string iso = base::iso(date.first());
    const int month = (iso[5] - '0') * 10 + (iso[6] - '0');
    return std::string(months.at(static_cast<std::size_t>(month) - 1).in(language));
}

bool is_within_month(const base::Date& date) {
    return base::iso(date.first()).substr(0, 7) == base::iso(date.last()).substr(0, 7);
}

std::string year_of(const base::Date& date) {
    return base::iso(date.first()).substr(0, 4);
}

enum class Precision : std::uint8_t { day, day_and_year, month };

/// A date as a ticket bears it, as precise as it is known.
std::string written(const base::Date& date, Precision precision, Language language) {
    if (!date.known()) return std::string(no_date.in(language));
    if (!is_within_month(date)) return year_of(date);
    std::string text = month_of(date, language);
    if (date.exact() && precision != Precision::month) {
        const std::string day = base::iso(date.first()).substr(8);
        text.insert(0, (day[0] == '0' ? day.substr(1) : day) + " ");
    }
    return precision == Precision::day ? text : text + " " + year_of(date);
}

/// Meetings in the order of their dates, those without date last.
std::vector<std::uint32_t> in_order(const Scope& scope) {
    std::vector<std::uint32_t> order = scope.events.relations;
    std::ranges::stable_sort(order, {}, [&](std::uint32_t e) {
        const base::Date& date = scope.data.events.rows[e].start;
        return std::pair(!date.known(), date.known() ? date.first() : 0);
    });
    return order;
}

/// What two meetings of one ticket have in common.
std::string ticket_key(const Scope& scope, std::uint32_t event, Tickets tickets, int years) {
    const model::Event& row = scope.data.events.rows[event];
    if (tickets == Tickets::meetings) return std::to_string(event);
    if (tickets == Tickets::series) return series_key(row.name);
    if (!row.start.known()) return {};
    if (tickets == Tickets::months)
        return is_within_month(row.start) ? base::iso(row.start.first()).substr(0, 7)
                                          : year_of(row.start);
    const int year = base::year_of(row.start.first());
    return std::to_string(year - (year % years + years) % years);
}

std::size_t count_tickets(const Scope& scope, Tickets tickets, int years = 1) {
    std::set<std::string> keys;
    for (const std::uint32_t event : scope.events.relations)
        keys.insert(ticket_key(scope, event, tickets, years));
    return keys.size();
}

class Maker {
  public:
    Maker(const Scope& scope, const privacy::Naming& naming, const MapOptions& options,
          Tickets tickets, Attendees attendees, std::size_t most)
        : scope_(scope),
          naming_(naming),
          language_(options.language),
          tickets_(tickets),
          attendees_(attendees),
          came_(scope.study.events.incidence, scope.events.relations) {
        made_.scene.merges_persons = privacy::merges_persons(scope, options.citizens);
        while (tickets == Tickets::years && count_tickets(scope, tickets, years_) > most) ++years_;
    }

    MeetingScene make() {
        deal_meetings();
        deal_actors();
        make_symbols();
        make_tickets();
        return std::move(made_);
    }

  private:
    const Scope& scope_;
    const privacy::Naming& naming_;
    Language language_;
    Tickets tickets_;
    Attendees attendees_;
    metrics::Attendance came_;
    int years_ = 1;  ///< Of a ticket, where it stands for years.

    std::vector<std::vector<std::uint32_t>> meetings_of_;  ///< Per ticket.
    struct Draft {
        Symbol symbol;
        std::string key;
        model::TerritoryId seat;
        std::uint32_t actor = 0;  ///< The first of them.
        std::uint32_t count = 0;
        bool is_person = false, by_kind = false;
        std::set<std::uint32_t> tickets{};
    };
    std::vector<Draft> drafts_;
    /// Membership, kind, hollow, seat, ticket, class: what is alike in all of them is one symbol.
    using Alike = std::tuple<Membership, model::Kind, Tie, std::uint32_t, std::size_t, std::size_t>;
    std::map<Alike, std::size_t> merged_;
    MeetingScene made_;

    void deal_meetings() {
        std::map<std::string, std::size_t> ticket_of;
        std::map<std::string, std::int64_t> names;
        for (const std::uint32_t event : in_order(scope_)) {
            const auto found = ticket_of.try_emplace(ticket_key(scope_, event, tickets_, years_),
                                                     meetings_of_.size());
            if (found.second) meetings_of_.emplace_back();
            meetings_of_[found.first->second].push_back(event);
            ++names[series_key(scope_.data.events.rows[event].name)];
            if (scope_.study.events.incidence.members(event).empty()) ++made_.without_sheet;
            if (!scope_.data.events.rows[event].start.known()) ++made_.undated;
        }
        for (const auto& [name, count] : names)
            if (count > 1) {
                ++made_.series;
                made_.in_series += count;
            }
        series_ = std::move(names);
    }
    std::map<std::string, std::int64_t> series_;

    void deal_actors() {
        std::vector<std::set<std::uint32_t>> tickets(came_.size());
        for (std::uint32_t t = 0; t < meetings_of_.size(); ++t)
            for (const std::uint32_t event : meetings_of_[t])
                for (const graph::Vertex actor : scope_.study.events.incidence.members(event))
                    tickets[came_.position(actor)].insert(t);
        for (std::size_t i = 0; i < came_.size(); ++i) {
            const auto [actor, times] = came_.visitors()[i];
            const bool listed = scope_.view.seats.contains(actor) && scope_.is_active(actor);
            if (!listed) ++made_.elsewhere;
            if (times == 1) ++made_.came_once;
            add(actor, times, listed ? Membership::listed : Membership::elsewhere, tickets[i]);
        }
        scope_.view.seats.for_each([&](std::uint32_t actor) {
            if (scope_.is_active(actor) && came_.position(actor) == came_.size())
                add(actor, 0, Membership::listed, {});
        });
    }

    void add(std::uint32_t actor, std::uint32_t times, Membership where,
             const std::set<std::uint32_t>& tickets) {
        constexpr std::uint32_t any_seat = 0xFFFFFFFF;
        const model::Actor& row = scope_.data.actors[actor];
        const Tie tie = times == 0 ? Tie::none : Tie::current;
        const bool once = times == 1, person = row.person && made_.scene.merges_persons;
        const bool by_kind = (times == 0 && attendees_ >= Attendees::who_came) ||
                             (once && attendees_ == Attendees::who_came_back) ||
                             (times > 0 && attendees_ == Attendees::by_times);
        const std::size_t ticket =
            once && attendees_ == Attendees::who_came_back ? *tickets.begin() + 1 : 0;
        std::size_t at = drafts_.size();
        if (by_kind)
            at = merged_.try_emplace({where, row.kind, tie, any_seat, ticket, class_of(times)}, at)
                     .first->second;
        else if (person)
            at = merged_.try_emplace({where, row.kind, tie, row.seat.index, 0, once ? 0U : 1U}, at)
                     .first->second;
        if (at == drafts_.size()) {
            Draft draft{{row.kind, tie, where, {}, 0}, {}, row.seat, actor};
            draft.is_person = person && !by_kind;
            if (by_kind && attendees_ != Attendees::by_times) draft.symbol.label = "×";
            draft.by_kind = by_kind;
            drafts_.push_back(std::move(draft));
        }
        Draft& draft = drafts_[at];
        ++draft.count;
        if (draft.is_person) ++draft.symbol.persons;
        draft.symbol.times = std::max(draft.symbol.times, times);
        draft.tickets.insert(tickets.begin(), tickets.end());
    }

    void name(Draft& draft) const {
        Symbol& symbol = draft.symbol;
        const auto& kind = model::kinds[static_cast<std::size_t>(symbol.kind)];
        if (draft.by_kind) {
            if (!symbol.label.empty())
                symbol.label = "×" + base::readable(std::int64_t{draft.count}, language_);
            symbol.name = counted(draft.count, kind, language_);
            const base::Words& often = symbol.times == 0 ? never : classes[class_of(symbol.times)];
            if (attendees_ == Attendees::by_times)
                symbol.name.append(" · ").append(often.in(language_));
        } else if (symbol.persons > 0) {
            symbol.name = name_of_persons(scope_.data, symbol, draft.seat, language_);
        } else {
            symbol.name = base::clean_text(naming_.name({draft.actor}));
        }
        draft.key = base::comparison_key(symbol.name);
    }

    void make_symbols() {
        for (Draft& draft : drafts_) name(draft);
        std::ranges::stable_sort(drafts_, {}, [](const Draft& d) {
            return std::tie(d.symbol.membership, d.symbol.kind, d.key);
        });
        made_.scene.alliances.resize(meetings_of_.size());
        for (Draft& draft : drafts_) {
            for (const std::uint32_t ticket : draft.tickets)
                made_.scene.alliances[ticket].parties.push_back(
                    static_cast<std::uint32_t>(made_.scene.symbols.size()));
            if (draft.symbol.persons > 0) ++made_.scene.person_symbols;
            made_.scene.symbols.push_back(std::move(draft.symbol));
        }
    }

    [[nodiscard]] std::string label_of_dates(std::size_t ticket, Precision precision) const {
        const auto& meetings = meetings_of_[ticket];
        const base::Date &first = scope_.data.events.rows[meetings.front()].start,
                         &last = scope_.data.events.rows[meetings.back()].start;
        if (!first.known()) return std::string(no_date.in(language_));
        if (tickets_ == Tickets::meetings) return written(first, precision, language_);
        if (tickets_ == Tickets::months) return written(first, Precision::month, language_);
        return year_of(first) == year_of(last) ? year_of(first)
                                               : year_of(first) + "–" + year_of(last);
    }

    /// Dates, unless they hardly tell the tickets apart.
    [[nodiscard]] std::vector<std::string> labels() const {
        std::set<std::string> years, distinct;
        for (const std::uint32_t event : scope_.events.relations)
            if (const auto& date = scope_.data.events.rows[event].start; date.known())
                years.insert(year_of(date));
        const Precision precision = years.size() < 2 ? Precision::day : Precision::month;
        std::vector<std::string> labels;
        for (std::size_t t = 0; t < meetings_of_.size(); ++t) {
            labels.push_back(label_of_dates(t, precision));
            distinct.insert(labels.back());
        }
        if (tickets_ != Tickets::series && 2 * distinct.size() > labels.size()) return labels;
        for (std::size_t t = 0; t < labels.size(); ++t)
            labels[t] = name_of(meetings_of_[t].front());
        const auto is_long = [](const std::string& l) { return text_width(l, 7) > widest_label; };
        if (std::ranges::any_of(labels, is_long)) drop_common_words(labels);
        for (std::string& label : labels) label = cut_to_width(label, widest_label, 7);
        return labels;
    }

    /// The words with which all of them begin, each keeping one at least.
    static void drop_common_words(std::vector<std::string>& labels) {
        const std::string& first = labels.front();
        std::size_t common = 0;
        for (std::size_t end = first.find(' '); end != first.npos; end = first.find(' ', end + 1)) {
            const std::string_view begin = std::string_view(first).substr(0, end + 1);
            const auto begins_so = [&](const std::string& label) {
                return label.size() > begin.size() && label.starts_with(begin);
            };
            if (!std::ranges::all_of(labels, begins_so)) break;
            common = begin.size();
        }
        if (labels.size() > 1)
            for (std::string& label : labels) label.erase(0, common);
    }

    [[nodiscard]] std::string name_of(std::uint32_t event) const {
        const model::Event& row = scope_.data.events.rows[event];
        return base::clean_text(row.name.empty() ? row.id : row.name);
    }

    [[nodiscard]] std::size_t attendees_of(std::size_t ticket) const {
        std::set<std::uint32_t> actors;
        for (const std::uint32_t event : meetings_of_[ticket])
            for (const graph::Vertex actor : scope_.study.events.incidence.members(event))
                actors.insert(actor);
        return actors.size();
    }

    void make_tickets() {
        const std::vector<std::string> labels = this->labels();
        for (std::size_t t = 0; t < labels.size(); ++t) {
            Alliance& ticket = made_.scene.alliances[t];
            const auto& meetings = meetings_of_[t];
            ticket.label = labels[t];
            ticket.count = static_cast<std::uint32_t>(meetings.size());
            const bool single = tickets_ == Tickets::meetings;
            const model::Event& row = scope_.data.events.rows[meetings.front()];
            // Where every meeting is of a series, there is nothing to tell apart.
            const bool told = made_.in_series < std::int64_t(scope_.events.relations.size());
            ticket.born = single && told && series_.at(series_key(row.name)) > 1;
            const std::size_t came = attendees_of(t);
            ticket.state = came == 0 ? State::silent : State::active;
            const std::string how_many =
                say(meetings_of, static_cast<std::int64_t>(meetings.size()), language_);
            const std::string date =
                single ? written(row.start, Precision::day_and_year, language_) : labels[t];
            const std::string words = single ? name_of(meetings.front()) : how_many;
            const auto number = static_cast<std::int64_t>(came);
            made_.rows.push_back({date, words, base::readable(number, language_)});
            ticket.name = date;
            ticket.name.append(" · ").append(words).append(" · ");
            ticket.name.append(say(who_came, number, language_));
        }
    }
};

}  // namespace

Tickets tickets_for(const Scope& scope, std::size_t most) {
    if (scope.events.relations.size() <= most) return Tickets::meetings;
    const bool dated = std::ranges::any_of(scope.events.relations, [&](std::uint32_t event) {
        return scope.data.events.rows[event].start.known();
    });
    if (!dated && count_tickets(scope, Tickets::series) <= most) return Tickets::series;
    return count_tickets(scope, Tickets::months) <= most ? Tickets::months : Tickets::years;
}

MeetingScene make_meetings(const Scope& scope, const privacy::Naming& naming,
                           const MapOptions& options, Tickets tickets, Attendees attendees,
                           std::size_t most) {
    return Maker(scope, naming, options, tickets, attendees, most).make();
}

}  // namespace maillage::drawing
