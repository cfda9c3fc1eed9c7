#include <array>

#include <maillage/base/message_tables.hpp>

namespace maillage::base {

std::span<const MessageEntry> input_messages() {
    static constexpr std::array messages{
        MessageEntry{
            "E301",
            {"« {0} » n’est pas une date du calendrier", "“{0}” is no date of the calendar"},
            {"écrivez la date JJ/MM/AAAA, AAAA-MM-JJ, AAAA-MM ou AAAA, en chiffres",
             "write the date as DD/MM/YYYY, YYYY-MM-DD, YYYY-MM or YYYY, in figures"}},
        MessageEntry{"E302",
                     {"l’année de « {0} » est hors de 1800 à 2200",
                      "the year of “{0}” lies outside 1800 to 2200"},
                     {"vérifiez l’année ; laissez la cellule vide si elle est inconnue",
                      "check the year; leave the cell empty when it is unknown"}},
        MessageEntry{
            "E311",
            {"« {0} » n’est pas un nombre écrit avec les chiffres 0 à 9",
             "“{0}” is no number written with the figures 0 to 9"},
            {"écrivez par exemple 1234,5 ; laissez la cellule vide si le nombre est inconnu",
             "write for instance 1234.5; leave the cell empty when the number is unknown"}},
        MessageEntry{
            "E312",
            {"« {0} » porte une unité ou un signe ; un nombre seul est attendu",
             "“{0}” bears a unit or a sign; a bare number was expected"},
            {"enlevez %, € ou l’unité de la cellule", "remove %, € or the unit from the cell"}},
        MessageEntry{"E313",
                     {"« {0} » est trop loin de zéro, ou trop près, pour être un nombre",
                      "“{0}” is too far from zero, or too near it, for a number"},
                     {"vérifiez le nombre ; laissez la cellule vide s’il est inconnu",
                      "check the number; leave the cell empty when it is unknown"}},
        MessageEntry{"E314",
                     {"« {0} » n’est pas un nombre entier", "“{0}” is no whole number"},
                     {"écrivez-le sans virgule ni point ; une espace peut séparer les milliers",
                      "write it without comma or point; a space may separate the thousands"}},
        MessageEntry{
            "E315",
            {"« {0} » dépasse les entiers de 64 bits", "“{0}” exceeds whole numbers of 64 bits"},
            {"si c’est un identifiant, mettez-le dans une colonne de texte",
             "if it is an identifier, put it in a column of text"}},
        MessageEntry{"E316",
                     {"« {0} » est une erreur de formule du tableur",
                      "“{0}” is an error of a formula of the spreadsheet"},
                     {"corrigez la formule dans le tableur, ou laissez la cellule vide",
                      "correct the formula in the spreadsheet, or leave the cell empty"}},
        MessageEntry{"E317",
                     {"les chiffres de « {0} » ne sont pas groupés par trois, avec une seule "
                      "marque décimale",
                      "the figures of “{0}” are not grouped by three, with one decimal mark"},
                     {"écrivez le nombre sans séparateur de milliers, par exemple 1234,5",
                      "write the number without separators of thousands, for instance 1234.5"}},
        MessageEntry{"W301",
                     {"l’année de « {0} » a deux chiffres : lu {1}",
                      "the year of “{0}” has two digits: read as {1}"},
                     {"écrivez l’année en quatre chiffres", "write the year with four digits"}},
        MessageEntry{"W302",
                     {"« {0} » est un numéro de jour du tableur : lu {1}",
                      "“{0}” is a day number of the spreadsheet: read as {1}"},
                     {"donnez à la colonne le format date avant d’enregistrer",
                      "give the column the date format before saving"}},
        MessageEntry{"W303",
                     {"l’heure de « {0} » est laissée de côté : lu {1}",
                      "the time of “{0}” is left out: read as {1}"},
                     {"", ""}},
        MessageEntry{
            "W311",
            {"« {0} » est lu avec une virgule décimale : {1}",
             "“{0}” is read with a decimal mark: {1}"},
            {"pour des milliers, ôtez le séparateur", "for thousands, remove the separator"}},
        MessageEntry{"W312",
                     {"« {0} » a des séparateurs de milliers : lu {1}",
                      "“{0}” has separators of thousands: read as {1}"},
                     {"séparez les milliers par une espace, ou pas du tout",
                      "separate thousands by a space, or not at all"}},
        MessageEntry{"W313",
                     {"« {0} » atteint 2^53 : lu {1}, ses derniers chiffres ne sont pas sûrs",
                      "“{0}” reaches 2^53: read as {1}, its last digits are not certain"},
                     {"si c’est un identifiant, mettez-le dans une colonne de texte",
                      "if it is an identifier, put it in a column of text"}},
        MessageEntry{"W314",
                     {"« {0} » est presque nul : lu {1}, avec moins de chiffres exacts",
                      "“{0}” is almost zero: read as {1}, with fewer exact digits"},
                     {"vérifiez l’exposant", "check the exponent"}},
        MessageEntry{"W315",
                     {"« {0} » est lu 0", "“{0}” is read as 0"},
                     {"enlevez le signe moins", "remove the minus sign"}},
        MessageEntry{
            "W316",
            {"« {0} » est lu comme le nombre entier {1}", "“{0}” is read as the whole number {1}"},
            {"écrivez-le sans virgule ni point", "write it without comma or point"}},
    };
    return messages;
}

}  // namespace maillage::base
