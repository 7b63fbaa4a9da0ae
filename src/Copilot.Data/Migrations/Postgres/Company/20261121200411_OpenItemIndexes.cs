using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Copilot.Data.Migrations.Postgres.Company
{
    /// <inheritdoc />
    internal sealed partial class OpenItemIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Payments_Unapplied",
                schema: "company",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open",
                schema: "company",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_CreditNotes_Open",
                schema: "company",
                table: "CreditNotes");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Unapplied",
                schema: "company",
                table: "Payments",
                columns: new[] { "ReceivedOn", "CustomerId", "Currency", "UnappliedMinor" },
                filter: "\"UnappliedMinor\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open",
                schema: "company",
                table: "Invoices",
                columns: new[] { "DueOn", "Currency", "CustomerId", "OpenMinor", "IssuedOn" },
                filter: "\"OpenMinor\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_OpenByCustomer",
                schema: "company",
                table: "Invoices",
                columns: new[] { "CustomerId", "Currency", "DueOn", "OpenMinor", "IssuedOn" },
                filter: "\"OpenMinor\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_CreditNotes_Open",
                schema: "company",
                table: "CreditNotes",
                columns: new[] { "CustomerId", "Currency", "OpenMinor" },
                filter: "\"OpenMinor\" <> 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Payments_Unapplied",
                schema: "company",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_Open",
                schema: "company",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_OpenByCustomer",
                schema: "company",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_CreditNotes_Open",
                schema: "company",
                table: "CreditNotes");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Unapplied",
                schema: "company",
                table: "Payments",
                columns: new[] { "ReceivedOn", "CustomerId", "Currency", "UnappliedMinor" },
                filter: "\"UnappliedMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Open",
                schema: "company",
                table: "Invoices",
                columns: new[] { "DueOn", "Currency", "CustomerId", "OpenMinor" },
                filter: "\"OpenMinor\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_CreditNotes_Open",
                schema: "company",
                table: "CreditNotes",
                columns: new[] { "CustomerId", "Currency", "OpenMinor" },
                filter: "\"OpenMinor\" > 0");
        }
    }
}
