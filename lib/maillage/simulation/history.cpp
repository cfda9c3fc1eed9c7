#include <algorithm>
#include <array>

#include <maillage/simulation/history.hpp>
#include <maillage/simulation/names.hpp>

// How the planted effect is planted.
//
// Alliances are proposed to pairs (i, j) at a constant rate: i in proportion to its activity, j in
// proportion to activity among the neighbours of i, near or far. A pair that has met accepts; a
// pair that has not accepts once in `meeting_factor` times. So, whatever the activities and the
// distance, the rate at which one given pair allies is multiplied by exactly the factor when it has
// met.
namespace maillage::simulation {

using model::AttendanceRole;
using model::Kind;

namespace {

constexpr double share_of_attendance = 0.7;  // of the memberships
constexpr double mean_attendance_rows = 15.5;
constexpr double mean_parties = 2.8;
constexpr double mean_acceptance = 0.6;

template <class Value>
bool contains(const std::vector<Value>& values, const Value& value) {
    return std::ranges::find(values, value) != values.end();
}

class Chronicle {
  public:
    Chronicle(const Country& country, const Recipe& recipe)
        : country_(country),
          recipe_(recipe),
          meeting_stream_(recipe.seed, "simulation.meetings"),
          alliance_stream_(recipe.seed, "simulation.alliances"),
          meetings_of_(country.actors.size()) {
        history_.first = *base::day_of(Recipe::last_year + 1 - recipe.years, 1, 1);
        history_.as_of = *base::day_of(Recipe::last_year, 12, 31);
    }

    History write() {
        const auto rows = static_cast<double>(recipe_.memberships);
        const double proposals = rows * (1 - share_of_attendance) / mean_parties / mean_acceptance;
        const auto meeting_days =
            draw_days(rows * share_of_attendance / mean_attendance_rows, meeting_stream_);
        const auto proposal_days = draw_days(proposals, alliance_stream_);
        auto meeting = meeting_days.begin();
        for (const Day day : proposal_days) {
            // Those who meet on the day itself have not met before it.
            for (; meeting != meeting_days.end() && *meeting < day; ++meeting)
                hold_meeting(*meeting);
            propose_alliance(day);
        }
        for (; meeting != meeting_days.end(); ++meeting) hold_meeting(*meeting);
        return std::move(history_);
    }

  private:
    const Country& country_;
    const Recipe& recipe_;
    RandomStream meeting_stream_;
    RandomStream alliance_stream_;
    History history_;
    std::vector<std::vector<std::uint32_t>> meetings_of_;  // per actor, in order of day

    std::vector<Day> draw_days(double count, RandomStream& stream) const {
        std::vector<Day> days(static_cast<std::size_t>(std::lround(count)));
        for (Day& day : days) day = between(stream, history_.first, history_.as_of);
        std::ranges::sort(days);
        return days;
    }

    void hold_meeting(Day day) {
        RandomStream& stream = meeting_stream_;
        Meeting meeting{day, 0, draw_themes(), {}};
        const std::uint32_t epci = country_.epci_of(country_.draw(country_.everyone(), stream));
        const auto& catalysts = country_.catalysts[epci];
        meeting.convenor =
            chance(stream, 0.7)
                ? catalysts[stream.below(static_cast<std::uint32_t>(catalysts.size()))]
                : country_.draw(country_.of_epci(epci), stream);
        invite(meeting, epci);
        const auto number = static_cast<std::uint32_t>(history_.meetings.size());
        for (const SimulatedAttendee& attendee : meeting.attendees)
            if (attendee.role != AttendanceRole::invited_absent)
                meetings_of_[attendee.actor].push_back(number);
        history_.meetings.push_back(std::move(meeting));
    }

    std::vector<std::size_t> draw_themes() {
        std::array<double, stakes.size()> weights{};
        for (std::size_t i = 0; i < stakes.size(); ++i) weights[i] = stakes[i].in_meetings;
        std::vector<std::size_t> themes{pick(meeting_stream_, weights)};
        if (chance(meeting_stream_, 0.2)) {
            const std::size_t second = pick(meeting_stream_, weights);
            if (second != themes[0]) themes.push_back(second);
        }
        return themes;
    }

    /// Eight to twenty-five attendees, most of them from the place; companies come less.
    void invite(Meeting& meeting, std::uint32_t epci) {
        RandomStream& stream = meeting_stream_;
        const Range near = country_.of_epci(epci);
        const Range far = country_.of_department(epci / Country::epcis_per_department);
        const int wanted = std::max(between(stream, 8, 25), between(stream, 6, 12));
        const int absent = between(stream, 0, 2);
        std::vector<std::uint32_t> drawn{meeting.convenor};
        for (int tries = 0; tries < 20 * wanted && std::ssize(drawn) < wanted + absent; ++tries) {
            const std::uint32_t actor = country_.draw(chance(stream, 0.85) ? near : far, stream);
            const bool company = country_.actors[actor].kind == Kind::company;
            if (company && !chance(stream, 0.4)) continue;
            if (!contains(drawn, actor)) drawn.push_back(actor);
        }
        for (std::size_t i = 0; i < drawn.size(); ++i)
            meeting.attendees.push_back(attendee(drawn[i], i, static_cast<std::size_t>(wanted)));
    }

    SimulatedAttendee attendee(std::uint32_t actor, std::size_t rank, std::size_t wanted) {
        SimulatedAttendee made{actor, AttendanceRole::participant, {}, 1};
        if (rank == 0) made.role = AttendanceRole::convenor;
        if (rank == 1 || rank == 2) made.role = AttendanceRole::speaker;
        if (rank >= wanted) made.role = AttendanceRole::invited_absent;
        const SimulatedActor& who = country_.actors[actor];
        if (who.subkind == "mairie" || who.subkind == "epci" || who.subkind == "département")
            made.sphere = chance(meeting_stream_, 0.65) ? model::Sphere::political
                                                        : model::Sphere::organisation;
        if (!who.person && chance(meeting_stream_, 0.15)) made.headcount = 2;
        return made;
    }

    [[nodiscard]] bool have_met(std::uint32_t a, std::uint32_t b) const {
        const auto& of_a = meetings_of_[a];
        const auto& of_b = meetings_of_[b];
        for (auto i = of_a.begin(), j = of_b.begin(); i != of_a.end() && j != of_b.end();) {
            if (*i == *j) return true;
            ++(*i < *j ? i : j);
        }
        return false;
    }

    [[nodiscard]] std::uint32_t draw_neighbour(std::uint32_t actor) {
        constexpr std::array<double, 3> near_to_far{0.6, 0.25, 0.15};
        const std::uint32_t epci = country_.epci_of(actor);
        switch (pick(alliance_stream_, near_to_far)) {
            case 0:
                return country_.draw(country_.of_epci(epci), alliance_stream_);
            case 1:
                return country_.draw(country_.of_department(epci / Country::epcis_per_department),
                                     alliance_stream_);
            default:
                return country_.draw(country_.everyone(), alliance_stream_);
        }
    }

    [[nodiscard]] bool accepts(std::uint32_t asked, std::uint32_t founder) {
        return chance(alliance_stream_, have_met(asked, founder) ? 1 : 1 / recipe_.meeting_factor);
    }

    void propose_alliance(Day day) {
        const std::uint32_t founder = country_.draw(country_.everyone(), alliance_stream_);
        const std::uint32_t asked = draw_neighbour(founder);
        if (asked == founder || !accepts(asked, founder)) return;
        Alliance alliance;
        alliance.start = day;
        alliance.parties = {founder, asked};
        constexpr std::array<double, 4> of_further_parties{0.5, 0.3, 0.13, 0.07};
        const std::size_t size = 2 + pick(alliance_stream_, of_further_parties);
        for (int tries = 0; tries < 60 && alliance.parties.size() < size; ++tries) {
            const std::uint32_t other = draw_neighbour(founder);
            if (!contains(alliance.parties, other) && accepts(other, founder))
                alliance.parties.push_back(other);
        }
        describe(alliance);
        history_.alliances.push_back(std::move(alliance));
    }

    void describe(Alliance& alliance) {
        RandomStream& stream = alliance_stream_;
        constexpr std::array<double, 8> of_type{0.12, 0.12, 0.28, 0.24, 0.13, 0.05, 0.03, 0.03};
        alliance.type = static_cast<model::PartnershipType>(pick(stream, of_type));
        std::array<double, stakes.size()> weights{};
        for (std::size_t i = 0; i < stakes.size(); ++i) weights[i] = stakes[i].in_alliances;
        alliance.theme = pick(stream, weights);
        alliance.undertaking = stream.below(4);
        if (chance(stream, 0.7)) alliance.intensity = between(stream, 1, 4);
        if (chance(stream, 0.3)) {
            const auto& catalysts = country_.catalysts[country_.epci_of(alliance.parties[0])];
            alliance.accompanied_by =
                catalysts[stream.below(static_cast<std::uint32_t>(catalysts.size()))];
        }
        alliance.truly_ends = alliance.start + 180 + static_cast<Day>(exponential(stream, 1100));
        tell_end(alliance);
    }

    /// Of an alliance that ended, the end is often known; of one that lives, a plan or recent news,
    /// sometimes. Of the others nobody has news.
    void tell_end(Alliance& alliance) {
        RandomStream& stream = alliance_stream_;
        const Day as_of = history_.as_of;
        if (alliance.truly_ends <= as_of) {
            if (chance(stream, 0.75)) {
                alliance.end = alliance.truly_ends;
            } else if (chance(stream, 0.5)) {
                alliance.last_seen = between(stream, alliance.start, alliance.truly_ends);
            }
        } else if (chance(stream, 0.2)) {
            alliance.end = alliance.truly_ends;
        } else if (chance(stream, 0.7)) {
            alliance.last_seen = between(stream, std::max(alliance.start, as_of - 300), as_of);
        }
    }
};

}  // namespace

History live(const Country& country, const Recipe& recipe) {
    return Chronicle(country, recipe).write();
}

}  // namespace maillage::simulation
